/** The body of POST /v1/partner/menus/modifier-groups/modifiers. */
export interface LinkBody {
  modifierGroupID: number;
  attach: { id: number; sequence: number }[];
}

/** Puts options into a group. `deleteModifierIDs` is never sent: an import takes nothing away. */
export function buildLinkBody(modifierGroupID: number, attach: LinkBody['attach']): LinkBody {
  return { modifierGroupID, attach };
}
