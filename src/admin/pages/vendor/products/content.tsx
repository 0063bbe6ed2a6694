import { z } from "zod"
import { AreaField, TextField } from "../../../components/fields"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import { CategoriesField } from "./categories-field"
import { ImagesField } from "./images-field"
import { TagsField } from "./tags-field"

/** What buyers see of a product, as it is typed. */
export const contentOf = (missing: string) => ({
  title: z.string().trim().min(1, missing).max(200),
  description: z.string().max(15_000),
  images: z.array(z.string()),
  category_ids: z.array(z.string()),
  tags: z.array(z.object({ id: z.string(), label: z.string() })),
})

export const NO_CONTENT = {
  title: "",
  description: "",
  images: [] as string[],
  category_ids: [] as string[],
  tags: [] as { id: string; label: string }[],
}

const BODY = "flex flex-col gap-y-4 px-4 py-4 sm:px-6"

export function ContentFields({ description_hint }: { description_hint?: string }) {
  const { t } = useText()

  return (
    <>
      <Section title={t("products.about")} className={BODY}>
        <TextField name="title" label={t("products.name")} hint={t("products.name_hint")} maxLength={200} />
        <AreaField
          name="description"
          label={t("products.description")}
          hint={description_hint ?? t("products.description_hint")}
          rows={6}
          is_optional
        />
      </Section>
      <Section className={BODY}>
        <ImagesField name="images" />
      </Section>
      <Section title={t("products.find")} hint={t("products.find_hint")} className={BODY}>
        <CategoriesField name="category_ids" />
        <TagsField name="tags" />
      </Section>
    </>
  )
}
