import { useTranslation } from "react-i18next"
import type { en } from "../texts/en"
import { type Formats, formatsOf } from "./format"

/** The ways to a text: `orders.title` for `{ orders: { title: "Orders" } }`; plural forms share one name. */
type PathOf<Tree> = Tree extends string
  ? never
  : {
      [Name in keyof Tree & string]: Tree[Name] extends string
        ? Singular<Name>
        : `${Name}.${PathOf<Tree[Name]>}`
    }[keyof Tree & string]

type Singular<Name extends string> = Name extends `${infer Stem}_${"one" | "many" | "other"}` ? Stem : Name

export type TextKey = PathOf<typeof en>

export type Translate = (key: TextKey, values?: Record<string, string | number>) => string

export type Texts = {
  t: Translate
  /** A text whose key is put together from data, such as a status; the last part itself where there is none. */
  named: (prefix: string, name: string) => string
  format: Formats
  /** As `Intl` takes it. */
  language: string
}

/** Medusa's names of languages that are none of BCP 47, and English as Africa writes its dates. */
const LOCALES: Record<string, string> = { en: "en-GB", ptBR: "pt-BR", ptPT: "pt-PT", zhCN: "zh-CN" }

export function useText(): Texts {
  const { t, i18n } = useTranslation("merkato")
  const chosen = i18n.language ?? "en"
  const language = LOCALES[chosen] ?? chosen

  return {
    t: (key, values) => t(key, values ?? {}),
    named: (prefix, name) => t(`${prefix}.${name}`, { defaultValue: name.replaceAll("_", " ") }),
    format: formatsOf(language),
    language,
  }
}
