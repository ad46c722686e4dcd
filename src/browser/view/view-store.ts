import type { Survey } from "../../survey/survey.ts";
import { type ReadView, readView, viewText } from "../../views/permalink.ts";
import type { View } from "../../views/view.ts";

/**
 * The view of a page, which is its address: whoever changes one changes the other. Back and Forward, a reload and a
 * pasted link all end here.
 */
export interface ViewStore {
  readonly get: () => View;
  /** The view with what its link held that the survey does not have, and the data version that the link names. */
  readonly read: () => ReadView;
  /** Shows another view: its permalink becomes the page's address, as a step of its own or in place of the last. */
  readonly set: (view: View, options?: { readonly replace?: boolean }) => void;
  /** Tells of every change, whoever made it. Gives back what ends it. */
  readonly subscribe: (listener: (view: View) => void) => () => void;
  /** The query of a view's permalink on any page of the survey, with its question mark; empty for the default. */
  readonly queryOf: (view: View) => string;
}

/** What a page's address holds beside a view, and keeps whatever the view. */
const kept = ["print", "embed"] as const;

/** The store of a page's view, bound to its address. */
export function openViews(survey: Survey, window: Window): ViewStore {
  const { location, history } = window;
  let current = readView(survey, location.search);
  let text = viewText(survey, current.view);
  const listeners = new Set<(view: View) => void>();
  const change = (next: ReadView) => {
    const changed = viewText(survey, next.view);
    const isSame = changed === text;
    current = next;
    text = changed;
    if (!isSame) for (const listener of [...listeners]) listener(next.view);
  };
  const queryOf = (view: View) => {
    const query = viewText(survey, view);
    return query === "" ? "" : `?${query}`;
  };
  window.addEventListener("popstate", () => change(readView(survey, location.search)));
  return {
    queryOf,
    get: () => current.view,
    read: () => current,
    set: (view, { replace = false } = {}) => {
      const old = new URLSearchParams(location.search);
      const rest = kept.flatMap((name) => (old.has(name) ? [`${name}=${old.get(name)}`] : []));
      const query = [viewText(survey, view), ...rest].filter((part) => part !== "").join("&");
      const address = `${location.pathname}${query === "" ? "" : `?${query}`}${location.hash}`;
      if (replace) history.replaceState(null, "", address);
      else history.pushState(null, "", address);
      change({ view, ignored: [] });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
