import { ExclamationCircle } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import { ApiError, MFA_REQUIRED } from "../lib/api/api-error"
import { useMe } from "../lib/me"
import { sentenceOf } from "../lib/refusal-text"
import { useText } from "../lib/text"

/** What stands where something is fetched. The grey bars say nothing to a screen reader, so words do. */
export function LoadingState({ rows = 5 }: { rows?: number }) {
  const { t } = useText()

  return (
    <Container className="flex flex-col gap-y-3" role="status" aria-busy="true">
      <span className="sr-only">{t("states.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars that never move
        <div key={row} aria-hidden="true" className="h-6 animate-pulse rounded-md bg-ui-bg-component" />
      ))}
    </Container>
  )
}

type EmptyProps = { title: string; hint?: string; action?: ReactNode }

export function EmptyState({ title, hint, action }: EmptyProps) {
  return (
    <div className="flex flex-col items-center gap-y-2 px-4 py-12 text-center">
      <Text weight="plus">{title}</Text>
      {hint && (
        <Text size="small" className="max-w-md text-ui-fg-subtle">
          {hint}
        </Text>
      )}
      {action}
    </div>
  )
}

type ErrorProps = { error: unknown; onRetry?: () => void }

export function ErrorState({ error, onRetry }: ErrorProps) {
  const texts = useText()

  return (
    <Container className="flex flex-col items-center gap-y-2 px-4 py-12 text-center" role="alert">
      <ExclamationCircle className="text-ui-fg-error" aria-hidden="true" />
      <Heading level="h2">{texts.t("states.failed")}</Heading>
      <Text size="small" className="max-w-md text-ui-fg-subtle">
        {sentenceOf(error, texts)}
      </Text>
      {error instanceof ApiError && error.code === MFA_REQUIRED ? (
        <SecurityLink />
      ) : (
        onRetry && (
          <Button variant="secondary" onClick={onRetry}>
            {texts.t("states.retry")}
          </Button>
        )
      )}
    </Container>
  )
}

/** To ask once more would change nothing. */
function SecurityLink() {
  const { t } = useText()
  const { data: me } = useMe()

  return (
    <Button variant="secondary" asChild>
      <Link to={me?.staff ? "/marketplace/security" : "/vendor/settings/security"}>
        {t("step_up.to_security")}
      </Link>
    </Button>
  )
}
