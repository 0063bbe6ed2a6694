import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ACCESS_MODULE } from "../../../modules/access"
import type { Settings } from "../../../modules/access/domain/settings"
import type AccessModuleService from "../../../modules/access/service"

export type ChangeSettingsInput = { values: Partial<Settings>; by: string }

export const changeSettingsStep = createStep(
  "change-settings",
  async ({ values, by }: ChangeSettingsInput, { container }) => {
    const access = container.resolve<AccessModuleService>(ACCESS_MODULE)
    const all = await access.readSettings()
    const before = Object.fromEntries(
      Object.entries(all).filter(([key]) => key in values)
    ) as Partial<Settings>
    await access.writeSettings({ values, by })

    return new StepResponse({ before, after: values }, { values: before, by })
  },
  async (undo, { container }) => {
    if (undo) {
      await container.resolve<AccessModuleService>(ACCESS_MODULE).writeSettings(undo)
    }
  }
)
