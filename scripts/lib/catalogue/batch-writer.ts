import type { MedusaContainer } from "@medusajs/framework/types"
import type { BadRows } from "./bad-rows"
import { Categories } from "./categories"
import type { CatalogueProduct } from "./columns"
import { findOwned, removeUnfinished } from "./unfinished"
import { type BatchRow, type BatchSettings, type ShopPlace, writeBatch } from "./write-batch"

const BATCH_SIZE = 200

type NumberedRow = BatchRow & { line: number }

type Settings = Omit<BatchSettings, "category_ids"> & { shops: ShopPlace[]; bad: BadRows }

/** Collects products into batches, spreads them over the shops and skips those that are there already. */
export class BatchWriter {
  written = 0
  skipped = 0
  private taken = 0
  private batch = new Map<string, NumberedRow>()
  private readonly categories: Categories

  constructor(
    private readonly container: MedusaContainer,
    private readonly settings: Settings
  ) {
    this.categories = new Categories(container)
  }

  async add(line: number, product: CatalogueProduct): Promise<void> {
    const { shops, bad } = this.settings
    const shop = shops[this.taken % shops.length]
    if (!shop) {
      throw new RangeError("BatchWriter needs a shop")
    }
    this.taken += 1
    if (this.batch.has(product.external_id)) {
      await bad.add(line, `repeats the id ${product.external_id} of an earlier line`)
      return
    }
    this.batch.set(product.external_id, { line, product, shop })
    if (this.batch.size >= BATCH_SIZE) {
      await this.flush()
    }
  }

  async flush(): Promise<void> {
    const rows = [...this.batch.values()]
    this.batch = new Map()
    const owned = await findOwned(this.container, rows)
    const fresh = rows.filter((row) => !owned.has(row.product.external_id))
    this.skipped += rows.length - fresh.length
    if (!fresh.length) {
      return
    }
    await this.categories.ensure(fresh.map(({ product }) => product.category))
    await removeUnfinished(this.container, fresh)
    const problem = await this.write(fresh)
    if (problem) {
      await this.writeOneByOne(fresh)
    }
  }

  /** One row that the database refuses must not cost the others their place. */
  private async writeOneByOne(rows: NumberedRow[]): Promise<void> {
    for (const row of rows) {
      await removeUnfinished(this.container, [row])
      const problem = await this.write([row])
      if (problem) {
        await removeUnfinished(this.container, [row])
        await this.settings.bad.add(row.line, problem)
      }
    }
  }

  private async write(rows: NumberedRow[]): Promise<string | undefined> {
    try {
      await writeBatch(this.container, rows, { ...this.settings, category_ids: this.categories.ids })
      this.written += rows.length
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
}
