import type { Client } from "pg"
import type { PaidCart } from "./kill-findings"

type Refuse = ((cart: PaidCart) => Promise<void>) & { never: (carts: PaidCart[]) => Promise<void> }

/** Makes the database refuse the partition of single carts, as a full disk would, until it is told otherwise. */
export async function refusePartitions(db: Client): Promise<Refuse> {
  await db.query(`
    create table crash_refused (cart_id text primary key);
    create function crash_refuse() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from crash_refused where cart_id = new.cart_id) then
        raise exception 'No space left on the device';
      end if;
      return new;
    end $$;
    create trigger crash_refuse before insert on order_partition for each row execute function crash_refuse()`)
  const refuse = async (cart: PaidCart) => {
    await db.query(`insert into crash_refused values ($1)`, [cart.id])
  }

  return Object.assign(refuse, {
    never: async (carts: PaidCart[]) => {
      await db.query(`delete from crash_refused where cart_id = any($1)`, [carts.map(({ id }) => id)])
    },
  })
}
