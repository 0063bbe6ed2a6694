import { Heading, Text } from "@medusajs/ui"
import { useFormContext } from "react-hook-form"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import type { ProfileValues } from "./profile-values"

/** How shoppers will see what is typed beside it. */
export function ShopPreview() {
  const { t } = useText()
  const { watch } = useFormContext<ProfileValues>()
  const shop = watch()
  const place = [shop.city, shop.province].filter(Boolean).join(", ")

  return (
    <Section title={t("settings.preview")} hint={t("settings.preview_hint")} className="overflow-hidden">
      <div className="h-28 bg-ui-bg-component">
        {shop.banner_url && <img src={shop.banner_url} alt="" className="h-full w-full object-cover" />}
      </div>
      <div className="flex flex-col gap-y-2 px-4 pb-4 sm:px-6">
        <div className="-mt-8 flex size-16 items-center justify-center overflow-hidden rounded-full border-2 border-ui-border-base bg-ui-bg-base">
          {shop.logo_url ? (
            <img src={shop.logo_url} alt="" className="h-full w-full object-cover" />
          ) : (
            <span aria-hidden="true" className="h1-core text-ui-fg-subtle">
              {shop.name.slice(0, 1).toUpperCase()}
            </span>
          )}
        </div>
        <Heading level="h3" className="break-words">
          {shop.name}
        </Heading>
        {place && (
          <Text size="small" className="text-ui-fg-subtle">
            {place}
          </Text>
        )}
        {shop.description && (
          <Text size="small" className="whitespace-pre-line break-words">
            {shop.description}
          </Text>
        )}
        <Text size="small" className="break-all text-ui-fg-subtle">
          {[shop.contact_email, shop.contact_phone].filter(Boolean).join(" · ")}
        </Text>
      </div>
    </Section>
  )
}
