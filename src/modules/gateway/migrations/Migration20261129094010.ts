import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was paid for no order and its gateway has not given back was told to staff once, and then stood in no list of theirs. */
export class Migration20261129094010 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`update "gateway_refund" r set "follow_up" = 'person', "is_disowned" = false
      where r."origin" = 'orphan' and r."follow_up" is null
        and (r."state" = 'refused' or (r."state" = 'failed' and r."is_disowned"))
        and not exists (select 1 from "gateway_refund" n where n."retries_id" = r."id")`)
  }

  override async down(): Promise<void> {
    // They wait for staff all the same.
  }
}
