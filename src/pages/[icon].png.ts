import { iconPng } from "../publish/icon.ts";

/** Icons by name: for a phone's home screen, and for whatever the web manifest is read by. */
export function getStaticPaths() {
  return [
    { params: { icon: "apple-touch-icon" }, props: { size: 180 } },
    { params: { icon: "icon-512" }, props: { size: 512 } },
  ];
}

export async function GET({ props }: { readonly props: { readonly size: number } }): Promise<Response> {
  return new Response(await iconPng(props.size), { headers: { "content-type": "image/png" } });
}
