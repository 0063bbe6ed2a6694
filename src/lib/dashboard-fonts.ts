type Bundle = Record<string, { type: "asset"; source: string | Uint8Array } | { type: "chunk" }>

type FontPlugin = {
  name: string
  apply: "build"
  generateBundle: (options: unknown, bundle: Bundle) => void
}

/** Text is shown in the system's font until the dashboard's own has come: on a slow line it would be invisible for seconds. */
export const withoutWaiting = (css: string): string =>
  css.replaceAll(/@font-face\s*\{/g, "@font-face{font-display:swap;")

/** Does so in the built dashboard, whose style is Medusa's. */
export function showTextAtOnce(): FontPlugin {
  return {
    name: "merkato:fonts",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === "asset" && name.endsWith(".css")) {
          file.source = withoutWaiting(
            typeof file.source === "string" ? file.source : Buffer.from(file.source).toString("utf8")
          )
        }
      }
    },
  }
}
