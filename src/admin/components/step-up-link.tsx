import { Link, useNavigate } from "react-router-dom"
import { ApiError } from "../lib/api/api-error"
import { useMe } from "../lib/me"
import { useText } from "../lib/text"

/** Where somebody sets up or shows their second factor. */
function useSecurityPage(): string {
  const { data: me } = useMe()

  return me?.staff ? "/settings/profile" : "/vendor/settings"
}

export function StepUpLink() {
  const { t } = useText()

  return (
    <Link to={useSecurityPage()} className="underline">
      {t("errors.to_security")}
    </Link>
  )
}

/** The way to the second factor beside a refusal that asks for it; none beside others. */
export function useStepUpAction() {
  const { t } = useText()
  const navigate = useNavigate()
  const page = useSecurityPage()

  return (error: unknown) =>
    error instanceof ApiError && error.code === "step_up_required"
      ? { label: t("errors.to_security"), altText: t("errors.to_security"), onClick: () => navigate(page) }
      : undefined
}
