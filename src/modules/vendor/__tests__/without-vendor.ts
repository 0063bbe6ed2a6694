import { NO_ID, ownMethods } from "../../../lib/__tests__/own-methods"
import VendorModuleService from "../service"

const PAGE = { take: 20, skip: 0 }
const NOW = new Date("2026-11-25T10:00:00Z")
const WHOLE = { actor_user_id: "user_1", now: NOW, token_hash: "0".repeat(64) }

type Calls = Record<string, (service: VendorModuleService, vendor_id: string) => Promise<unknown>>

/** Whatever else they are given would do. */
const ABOUT_ONE_SHOP: Calls = {
  addDocument: (service, id) => service.addDocument(id, { uploaded_by: "user_1" } as never, {} as never),
  changeMemberRole: (service, vendor_id) =>
    service.changeMemberRole({ vendor_id, member_id: "vmem_1", actor_user_id: "user_1", to: "owner" }),
  changeStatus: (service, vendor_id) => service.changeStatus({ vendor_id, to: "approved", actor: "user_1" }),
  createApiKey: (service, vendor_id) =>
    service.createApiKey({
      vendor_id,
      created_by: "user_1",
      name: "Till",
      prefix: "mkv_1234",
      token_hash: WHOLE.token_hash,
      permissions: [],
      expires_at: NOW,
    }),
  countPromotions: (service, id) => service.countPromotions(id),
  findInventory: (service, id) => service.findInventory(id, { filters: {}, page: PAGE } as never),
  findPromotions: (service, id) => service.findPromotions(id, { filters: {}, page: PAGE } as never),
  findShippingOptions: (service, id) => service.findShippingOptions(id, { filters: {}, page: PAGE } as never),
  findShippingPlace: (service, id) => service.findShippingPlace(id),
  findStockLocations: (service, id) => service.findStockLocations(id, PAGE),
  invite: (service, vendor_id) =>
    service.invite({ ...WHOLE, vendor_id, email: "ada@example.com", role: "support" }),
  markVerified: (service, id) => service.markVerified(id, true),
  moveRequirement: (service, vendor_id) =>
    service.moveRequirement(
      { vendor_id, key: "phone", to: "waived", actor: "user_1", by: "staff" },
      {} as never
    ),
  readShopVersion: (service, id) => service.readShopVersion(id),
  removeMember: (service, vendor_id) =>
    service.removeMember({ vendor_id, member_id: "vmem_1", actor_user_id: "user_1" }),
  removeShop: (service, id) => service.removeShop(id),
  renewInvitation: (service, vendor_id) =>
    service.renewInvitation({ ...WHOLE, vendor_id, invitation_id: "vinv_1" }),
  saveNameCheck: (service, id) =>
    service.saveNameCheck(
      { id: "vbank_1", vendor_id: id, name_check: "matches", name_missing: [] },
      new Date()
    ),
  replaceBankAccount: (service, id) => service.replaceBankAccount(id, { id: "vbank_1" } as never),
  reserveProductSlot: (service, vendor_id) =>
    service.reserveProductSlot({ vendor_id, product_id: "prod_1", limit: 5 }),
  revokeApiKey: (service, vendor_id) => service.revokeApiKey({ vendor_id, id: "vkey_1" }),
  revokeInvitation: (service, vendor_id) => service.revokeInvitation({ vendor_id, id: "vinv_1" }),
  shopAtHome: (service, id) => service.shopAtHome(id),
  setThresholds: (service, vendor_id) => service.setThresholds({ vendor_id, thresholds: [] }),
  setStock: (service, vendor_id) => service.setStock({ vendor_id, levels: [] }),
  spendUploads: (service, vendor_id) =>
    service.spendUploads({
      vendor_id,
      files: 1,
      kilobytes: 1,
      most_files: 5,
      most_kilobytes: 5,
      now: NOW,
    }),
  summarizeProducts: (service, id) => service.summarizeProducts(id, ["prod_1"]),
  updateProfile: (service, id) => service.updateProfile(id, { name: "Kente Yard" }),
}

/** Of a person, a record that is not a shop's yet, or a row that the service itself has handed out. */
const ABOUT_NO_SHOP = [
  "acceptInvitation",
  "assertShopUnchanged",
  "decideProduct",
  "findOpenInvitation",
  "findOwners",
  "findShownKey",
  "findWaitingProducts",
  "freeHandle",
  "hasUnsentPieces",
  "lockOwnShops",
  "lockShop",
  "openShop",
  "readProductChanges",
  "readProductVersion",
  "registerShop",
  "releaseProductSlot",
  "restoreInvitation",
  "restoreMember",
  "restoreMemberRole",
  "revertStock",
  "undoAcceptance",
  "undoBankAccount",
  "undoDocument",
  "undoProductDecision",
  "undoRequirement",
  "undoStatusChange",
  "writeRequirement",
]

export function describeWithoutVendor(service: VendorModuleService): void {
  describe("a method that is about one shop", () => {
    it.each(Object.entries(ABOUT_ONE_SHOP))("throws without the vendor's id: %s", async (_, call) => {
      for (const nothing of NO_ID) {
        await expect(call(service, nothing)).rejects.toThrow("needs the vendor's id")
      }
    })

    it("is known here, as is every other", () => {
      expect(ownMethods(VendorModuleService)).toEqual(
        [...Object.keys(ABOUT_ONE_SHOP), ...ABOUT_NO_SHOP].toSorted()
      )
    })
  })
}
