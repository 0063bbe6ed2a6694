import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useMe } from "../../lib/me"
import { useText } from "../../lib/text"
import { Loaded } from "../loaded"
import { Section } from "../page"
import { PhoneDrawer } from "./phone-drawer"

/** The number by which the login can be signed in, instead of by the password. */
export function PhoneSection() {
  const { t } = useText()
  const query = useMe()
  const [is_open, setOpen] = useState(false)

  return (
    <Section title={t("security.phone")} hint={t("security.phone_hint")}>
      <Loaded query={query} rows={1}>
        {({ sign_in_phone, second_factor }) => (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Text size="small">{sign_in_phone ?? t("security.no_phone")}</Text>
            <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
              {t(sign_in_phone ? "security.change_phone" : "security.add_phone")}
            </Button>
            {is_open && (
              <PhoneDrawer
                is_change={Boolean(sign_in_phone)}
                has_factor={second_factor.is_enrolled}
                onClose={() => setOpen(false)}
              />
            )}
          </div>
        )}
      </Loaded>
    </Section>
  )
}
