import { Loaded } from "../../../components/loaded"
import { Page } from "../../../components/page"
import { useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"
import { GroupForm } from "./group-form"
import { GROUPS, type GroupName } from "./specs"

export default function OperatorSettings() {
  const { t } = useText()
  const may = useMayAsStaff()
  const query = useAnswer("GET /admin/settings", {})

  return (
    <Page
      title={t("nav.settings")}
      hint={t(may("settings:write") ? "operator_settings.hint" : "operator_settings.read_only")}
    >
      <Loaded query={query}>
        {({ settings }) =>
          (Object.keys(GROUPS) as GroupName[]).map((name) => (
            <GroupForm key={name} name={name} settings={settings} />
          ))
        }
      </Loaded>
    </Page>
  )
}
