import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { slug } from "./columns"

/** Ids of product categories by the name the file gives them; missing ones are made. */
export class Categories {
  readonly ids = new Map<string, string>()

  constructor(private readonly container: MedusaContainer) {}

  async ensure(names: Iterable<string | undefined>): Promise<void> {
    const unknown = [...new Set(names)].filter(
      (name) => name !== undefined && !this.ids.has(name)
    ) as string[]
    if (!unknown.length) {
      return
    }
    const products = this.container.resolve(Modules.PRODUCT)
    const handles = new Map(unknown.map((name) => [name, slug(name)]))
    const known = await products.listProductCategories(
      { handle: [...new Set(handles.values())] },
      { take: unknown.length, skip: 0 }
    )
    const byHandle = new Map(known.map((category) => [category.handle, category.id]))
    for (const [name, handle] of handles) {
      const id = byHandle.get(handle) ?? (await this.create(name, handle))
      byHandle.set(handle, id)
      this.ids.set(name, id)
    }
  }

  private async create(name: string, handle: string): Promise<string> {
    const [category] = await this.container
      .resolve(Modules.PRODUCT)
      .createProductCategories([{ name, handle, is_active: true, is_internal: false }])
    if (!category) {
      throw new Error(`The category ${name} could not be made.`)
    }

    return category.id
  }
}
