import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Section } from "../../../components/page"
import type { Answer } from "../../../lib/api/client"
import { useText } from "../../../lib/text"

export type Changes = Answer<"GET /admin/product-approvals/:id/changes">["product"]["changes"]

const LISTS = ["categories", "tags", "options"] as const

export function ChangesSection({ changes }: { changes: Changes }) {
  const { t, named } = useText()
  const lists = LISTS.filter((name) => changes[name].added.length || changes[name].removed.length)
  const { images } = changes
  const hasImages = images.added.length > 0 || images.removed.length > 0 || images.is_reordered
  const is_same = !changes.fields.length && !lists.length && !hasImages && !changes.variants.length

  return (
    <Section title={t("approvals.changes")} className="divide-y">
      {is_same && (
        <Text size="small" className="px-4 py-4 sm:px-6">
          {t("approvals.no_changes")}
        </Text>
      )}
      {changes.fields.map(({ field, before, after }) => (
        <Change key={field} name={named("approvals.fields", field)}>
          <Value before={before} after={after} />
        </Change>
      ))}
      {lists.map((name) => (
        <Change key={name} name={t(`approvals.${name}`)}>
          <Value
            before={changes[name].removed.join(", ") || null}
            after={changes[name].added.join(", ") || null}
          />
        </Change>
      ))}
      {hasImages && (
        <Change name={t("approvals.images")}>
          <Images label={t("approvals.added")} urls={images.added} />
          <Images label={t("approvals.removed")} urls={images.removed} />
          {images.is_reordered && <Text size="small">{t("approvals.reordered")}</Text>}
        </Change>
      )}
    </Section>
  )
}

export function Change({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-x-6 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(8rem,1fr)_3fr] sm:px-6">
      <Text size="small" weight="plus">
        {name}
      </Text>
      <div className="flex min-w-0 flex-col gap-y-1">{children}</div>
    </div>
  )
}

/** What was there and what is there now, told apart by words and not by colour alone. */
export function Value({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useText()
  const said = (value: string) =>
    value === "true" || value === "false" ? t(`approvals.said.${value}`) : value

  return (
    <>
      {before !== null && (
        <del className="txt-small whitespace-pre-wrap break-words rounded bg-ui-tag-red-bg px-2 py-1 text-ui-tag-red-text no-underline">
          {t("approvals.before", { value: said(before) })}
        </del>
      )}
      {after !== null && (
        <ins className="txt-small whitespace-pre-wrap break-words rounded bg-ui-tag-green-bg px-2 py-1 text-ui-tag-green-text no-underline">
          {t("approvals.after", { value: said(after) })}
        </ins>
      )}
    </>
  )
}

function Images({ label, urls }: { label: string; urls: string[] }) {
  return urls.length ? (
    <div>
      <Text size="small" className="text-ui-fg-subtle">
        {label}
      </Text>
      <div className="flex flex-wrap gap-2">
        {urls.map((url, index) => (
          <a key={url} href={url} target="_blank" rel="noreferrer">
            <img
              src={url}
              alt={`${label} ${index + 1}`}
              loading="lazy"
              className="size-20 rounded-md object-cover"
            />
          </a>
        ))}
      </div>
    </div>
  ) : null
}
