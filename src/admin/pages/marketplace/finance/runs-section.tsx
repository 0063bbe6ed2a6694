import { Text } from "@medusajs/ui"
import { Loaded } from "../../../components/loaded"
import { Section } from "../../../components/page"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"

const LAST = 5

/** The last checks, and what they could not look at. */
export function RunsSection() {
  const { t, format } = useText()
  const query = useAnswer("GET /admin/reconciliation", { query: { limit: LAST } })

  return (
    <Section title={t("finance.runs")} className="divide-y">
      <Loaded query={query} rows={3}>
        {({ runs }) => (
          <>
            {!runs.length && (
              <Text size="small" className="px-4 py-4 sm:px-6">
                {t("finance.no_runs")}
              </Text>
            )}
            {runs.map(({ id, state, created_at, found, repaired, open, left_out, last_error }) => (
              <div key={id} className="flex flex-col gap-y-1 px-4 py-3 sm:px-6">
                <div className="flex flex-wrap items-center gap-2">
                  <StatusBadge of="check" status={state} />
                  <Text size="small">
                    {format.moment(created_at)} · {t("finance.run_line", { found, repaired, open })}
                  </Text>
                </div>
                {Object.keys(left_out).length > 0 && (
                  <Text size="small" className="text-ui-fg-subtle">
                    {t("finance.left_out")}: {Object.values(left_out).flat().join(" ")}
                  </Text>
                )}
                {last_error && (
                  <Text size="small" className="text-ui-fg-error">
                    {last_error}
                  </Text>
                )}
              </div>
            ))}
          </>
        )}
      </Loaded>
    </Section>
  )
}
