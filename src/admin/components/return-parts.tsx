import { Text } from "@medusajs/ui"
import { useText } from "../lib/text"
import { Section } from "./page"

/** Why the buyer sends something back, in their words; for the shop and for staff. */
export function BuyersWish({ reason, note }: { reason: string | null; note: string | null }) {
  const { t, named } = useText()

  return note || reason ? (
    <div className="flex flex-col gap-y-1 px-4 py-4 sm:px-6">
      <Text size="small" className="text-ui-fg-subtle">
        {t("returns.buyer_says")}
      </Text>
      {reason && <Text weight="plus">{named("reasons", reason)}</Text>}
      {note && <Text className="whitespace-pre-line break-words">{note}</Text>}
    </div>
  ) : null
}

export function ReturnPhotos({ photos }: { photos: string[] }) {
  const { t, format } = useText()

  return (
    <Section title={t("returns.photos")} className="flex flex-wrap gap-3 px-4 py-4 sm:px-6">
      {photos.map((photo, index) => (
        <a
          key={photo}
          href={photo}
          target="_blank"
          rel="noreferrer"
          className="rounded-md outline-none focus-visible:shadow-borders-focus"
        >
          <img
            src={photo}
            alt={t("returns.photo", { number: format.number(index + 1) })}
            loading="lazy"
            className="size-28 rounded-md object-cover shadow-elevation-card-rest sm:size-36"
          />
        </a>
      ))}
    </Section>
  )
}
