import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Container, Heading, Text } from "@medusajs/ui"
import { TextLink } from "../components/text-link"
import { useText } from "../lib/text"

// The configuration is read from the text of this file: the zone has to stand here as it is.
export const config = defineWidgetConfig({ zone: "profile.details.after" })

/** On Medusa's page of the own profile: the way to what keeps the login safe. */
export default function ProfileSecurity() {
  const { t } = useText()

  return (
    <Container className="flex flex-col gap-y-1 px-6 py-4">
      <Heading level="h2">{t("settings.security")}</Heading>
      <Text size="small" className="text-ui-fg-subtle">
        {t("security.staff_hint")}
      </Text>
      <TextLink to="/marketplace/security" className="txt-small">
        {t("step_up.to_security")}
      </TextLink>
    </Container>
  )
}
