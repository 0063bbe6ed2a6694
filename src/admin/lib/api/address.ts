type Value = string | number | boolean | null | undefined | Value[] | { [name: string]: Value }

/** `/vendor/orders/:id` with its parameters and query, nested the way the server reads it: `created_at[$gte]=...`. */
export function addressOf(
  path: string,
  params: Record<string, string> | undefined,
  query: object | undefined
): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params?.[name]
    if (!value) {
      throw new RangeError(`${path} needs ${name}`)
    }

    return encodeURIComponent(value)
  })
  const search = new URLSearchParams(
    Object.entries((query ?? {}) as Record<string, Value>).flatMap(([name, value]) => pairsOf(name, value))
  ).toString()

  return search ? `${filled}?${search}` : filled
}

function pairsOf(name: string, value: Value): [string, string][] {
  if (value === undefined || value === null || value === "") {
    return []
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => pairsOf(`${name}[]`, item))
  }
  if (typeof value === "object") {
    return Object.entries(value).flatMap(([inner, item]) => pairsOf(`${name}[${inner}]`, item))
  }

  return [[name, String(value)]]
}
