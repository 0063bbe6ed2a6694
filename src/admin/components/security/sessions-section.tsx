import { Badge, Text } from "@medusajs/ui"
import { call } from "../../lib/api/client"
import { useAction, useAnswer } from "../../lib/api/hooks"
import { useText } from "../../lib/text"
import { ActionButton } from "../action-button"
import { Loaded } from "../loaded"
import { Section } from "../page"

const MOST = 50

/** Where the person is signed in. */
export function SessionsSection() {
  const { t, format } = useText()
  const query = useAnswer("GET /auth/sessions", { query: { limit: MOST, order: "-last_seen_at" } })
  const end = useAction("DELETE /auth/sessions/:id", ["/auth/sessions"])
  const endAll = async (): Promise<void> => {
    await call("POST /auth/logout-everywhere", {})
    window.location.reload()
  }

  return (
    <Section
      title={t("security.sessions")}
      className="divide-y"
      actions={
        <ActionButton
          run={endAll}
          confirm={{ title: t("security.end_all_ask"), hint: t("security.end_all_hint") }}
        >
          {t("security.end_all")}
        </ActionButton>
      }
    >
      <Loaded query={query} rows={2}>
        {({ sessions }) =>
          sessions.map(({ id, device, ip_address, is_current, is_impersonated, last_seen_at }) => (
            <div key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
              <div className="min-w-0">
                <Text size="small" weight="plus" className="break-words">
                  {is_impersonated ? t("security.staff_session") : (device ?? t("security.unknown_device"))}
                </Text>
                <Text size="small" className="text-ui-fg-subtle">
                  {[ip_address, format.ago(last_seen_at)].filter(Boolean).join(" · ")}
                </Text>
              </div>
              {is_current ? (
                <Badge size="2xsmall">{t("security.this_session")}</Badge>
              ) : (
                <ActionButton run={() => end.mutateAsync({ params: { id } })} done={t("security.ended")}>
                  {t("security.end")}
                </ActionButton>
              )}
            </div>
          ))
        }
      </Loaded>
    </Section>
  )
}
