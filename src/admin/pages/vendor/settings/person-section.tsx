import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { z } from "zod"
import { TextField } from "../../../components/fields"
import { Loaded } from "../../../components/loaded"
import { Section } from "../../../components/page"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { type Me, useMe } from "../../../lib/me"
import { useText } from "../../../lib/text"

/** Under which name the team and the marketplace know whoever is signed in, and by which number they call. */
export function PersonSection() {
  const { t } = useText()
  const query = useMe()
  const [is_open, setOpen] = useState(false)

  return (
    <Section title={t("security.person")} hint={t("security.person_hint")}>
      <Loaded query={query} rows={1}>
        {({ user }) => (
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Text size="small" className="break-words">
              {[user.first_name, user.last_name, user.contact_phone].filter(Boolean).join(" ") || user.email}
            </Text>
            <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
              {t("security.change_person")}
            </Button>
            {is_open && <PersonDrawer user={user} onClose={() => setOpen(false)} />}
          </div>
        )}
      </Loaded>
    </Section>
  )
}

const text = z.string().trim()
const Values = z.object({ first_name: text.max(100), last_name: text.max(100), contact_phone: text.max(20) })

function PersonDrawer({ user, onClose }: { user: Me["user"]; onClose: () => void }) {
  const { t } = useText()
  const update = useAction("POST /vendor/me", ["/vendor"])

  return (
    <SaveDrawer
      title={t("security.person")}
      hint={t("security.person_hint")}
      values={Values}
      first={{
        first_name: user.first_name ?? "",
        last_name: user.last_name ?? "",
        contact_phone: user.contact_phone ?? "",
      }}
      save={({ first_name, last_name, contact_phone }) =>
        update.mutateAsync({
          body: {
            first_name: first_name || null,
            last_name: last_name || null,
            contact_phone: contact_phone.replaceAll(/\s/g, "") || null,
          },
        })
      }
      onClose={onClose}
    >
      <TextField name="first_name" label={t("security.first_name")} autoComplete="given-name" is_optional />
      <TextField name="last_name" label={t("security.last_name")} autoComplete="family-name" is_optional />
      <TextField
        name="contact_phone"
        label={t("security.contact_phone")}
        hint={t("door.contact_phone_hint")}
        type="tel"
        autoComplete="tel"
        is_optional
      />
    </SaveDrawer>
  )
}
