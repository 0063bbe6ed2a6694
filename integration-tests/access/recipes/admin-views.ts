import { Modules } from "@medusajs/framework/utils"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

const CONFIGURATION = { visible_columns: ["title"], column_order: ["title"] }

/** A table's columns as everybody sees them: a view of one member is nobody else's. */
async function makeView(world: World): Promise<{ id: string; entity: string }> {
  const entity = `walked_${world.serial()}`
  const view = await world.container.resolve(Modules.SETTINGS).createViewConfigurations({
    entity,
    name: "Titles alone",
    is_system_default: true,
    user_id: null,
    configuration: CONFIGURATION,
  })

  return { id: view.id, entity }
}

const ofView =
  (bodyOf: (id: string) => unknown = () => undefined): Recipe =>
  async (world) => {
    const view = await makeView(world)

    return { params: view, body: bodyOf(view.id) }
  }

export const adminViewRecipes: Recipes = {
  "GET /admin/views/:entity/columns": () => ({ params: { entity: "products" } }),
  "GET /admin/views/:entity/configurations": ofView(),
  "POST /admin/views/:entity/configurations": (world) => ({
    params: { entity: `walked_${world.serial()}` },
    body: { name: "Titles alone", is_system_default: true, configuration: CONFIGURATION },
  }),
  "GET /admin/views/:entity/configurations/:id": ofView(),
  "POST /admin/views/:entity/configurations/:id": ofView(() => ({ name: "Titles" })),
  "DELETE /admin/views/:entity/configurations/:id": ofView(),
  "GET /admin/views/:entity/configurations/active": ofView(),
  "POST /admin/views/:entity/configurations/active": ofView((id) => ({ view_configuration_id: id })),
}
