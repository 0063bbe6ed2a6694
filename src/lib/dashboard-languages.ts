/** The part of Vite's plugins that is needed here; its types are of the other module system. */
type BuildPlugin = {
  name: string
  apply: "build"
  transform: (code: string, id: string) => { code: string; map: null } | null
  buildEnd: (this: { error: (message: string) => never }, error?: Error) => void
}

/** Medusa falls back to it. */
const FALLBACK = "en"

/**
 * Leaves out of the built dashboard the languages that nobody there reads. Medusa puts the texts of all into the one file that every
 * page waits for: 35 languages are nine tenths of it. Whoever builds names those to keep, by Medusa's codes (`en`, `fr`, `ptBR`).
 * @throws at the end of a build in which the texts were not found: a newer Medusa has put them elsewhere
 */
export function keepLanguages(codes: readonly string[]): BuildPlugin {
  const kept = new Set([FALLBACK, ...codes])
  const found = { texts: false, list: false }

  return {
    name: "merkato:languages",
    apply: "build",
    transform(code, id) {
      if (!id.includes("@medusajs/dashboard/dist/")) {
        return null
      }
      const texts = withoutTexts(code, kept)
      const list = withoutEntries(texts ?? code, kept)
      found.texts ||= texts !== null
      found.list ||= list !== null
      const pruned = list ?? texts

      return pruned === null ? null : { code: pruned, map: null }
    },
    buildEnd(error) {
      if (!error && !(found.texts && found.list)) {
        this.error(
          "The texts of the dashboard's languages were not found. Set ADMIN_LANGUAGES=all to build with all of them."
        )
      }
    },
  }
}

const TEXTS = /\/\/ src\/i18n\/translations\/(\w+)\.json\nvar (\w+_default) = \{\n[\s\S]*?\n\};\n/g

/** The file with the texts of all languages; null for any other. */
export function withoutTexts(code: string, kept: ReadonlySet<string>): string | null {
  if (!code.includes("// src/i18n/translations/index.ts")) {
    return null
  }

  return code
    .replaceAll(TEXTS, (section, language: string) => (kept.has(language) ? section : ""))
    .replaceAll(/\n {2}(\w+): \{\n {4}translation: \w+_default\n {2}\},?/g, (entry, language: string) =>
      kept.has(language) ? entry : ""
    )
}

const ENTRY = /\n {2}\{\n {4}code: "(\w+)",\n[\s\S]*?\n {2}\},?/g

/** The file with the list from which people choose; null for any other. */
export function withoutEntries(code: string, kept: ReadonlySet<string>): string | null {
  const start = code.indexOf("\nvar languages = [")
  if (start < 0 || !code.includes("// src/i18n/languages.ts")) {
    return null
  }
  const end = code.indexOf("\n];", start)

  return (
    code.slice(0, start) +
    code.slice(start, end).replaceAll(ENTRY, (entry, language: string) => (kept.has(language) ? entry : "")) +
    code.slice(end)
  )
}
