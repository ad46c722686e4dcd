/** The parts of JSON Schema that the codebook's uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly description?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** Keys, as paths, that an editor has nothing to say of. A key that tells types apart explains itself. */
export function keysWithoutHelp(schema: JsonSchema): readonly string[] {
  const { $defs = {} } = schema;
  const seen = new Set<JsonSchema>();
  const target = ({ $ref }: JsonSchema) =>
    $ref === undefined ? undefined : $defs[$ref.split("/").at(-1) ?? ""];
  const isHelped = (part: JsonSchema): boolean => {
    const referred = target(part);
    return (
      part.description !== undefined ||
      part.const !== undefined ||
      (referred !== undefined && isHelped(referred))
    );
  };
  const walk = (part: JsonSchema | boolean | undefined, path: string): readonly string[] => {
    if (typeof part !== "object" || seen.has(part)) return [];
    seen.add(part);
    const { properties = {}, items, additionalProperties, anyOf = [], oneOf = [] } = part;
    return [
      ...Object.entries(properties).flatMap(([key, value]) => [
        ...(isHelped(value) ? [] : [`${path}.${key}`]),
        ...walk(value, `${path}.${key}`),
      ]),
      ...[target(part), items, additionalProperties, ...anyOf, ...oneOf].flatMap((inner) =>
        walk(inner, path),
      ),
    ];
  };
  return walk(schema, "");
}
