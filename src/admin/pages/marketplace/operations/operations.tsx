import { Page } from "../../../components/page"
import { useText } from "../../../lib/text"
import { HealthSection } from "./health-section"
import { InboxSection } from "./inbox-section"

/** Whether what runs by itself does run. */
export default function Operations() {
  const { t } = useText()

  return (
    <Page title={t("nav.operations")}>
      <HealthSection />
      <InboxSection />
    </Page>
  )
}
