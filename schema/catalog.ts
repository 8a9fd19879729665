/**
 * What the registry knows about each component and tool, in the compact form that the checker, the
 * engine and the prompt read. The tables themselves are generated from `schema/components/*.json`
 * and `schema/tools/*.json`: what it takes to run an app into `schema/generated/run-catalog.ts`, and
 * the whole of it, built upon that, into `schema/generated/catalog.ts`. How those files are written
 * is described in `schema/FORMAT.md`.
 */
import type { Json, JsonObject } from './json/json.ts'
import type { ToolCost } from './tool-costs.ts'

/**
 * How the text in a property is read (B21, B50). Declared by the schema, never guessed.
 *
 * - `plain`    a value; a string computes only inside `${…}`
 * - `literal`  a value that is never computed (an enum that shapes the tree, a name that is kept)
 * - `formula`  a formula; a bare string is one
 * - `lambda`   a formula of one element, `t => t.done` (`where` of a tool)
 * - `path`     a state path that is written (`bind`, `to`, `item`)
 * - `name`     a name that the property brings into scope (`as`, `out`)
 * - `node`, `nodes`   one component, several components
 * - `steps`    what an event does: a step, steps, or the name of an action
 * - `data`     the name of an entry of `data`
 * - `action`, `page`  the name of an action, of a page
 */
export type SlotKind = 'plain' | 'literal' | 'formula' | 'lambda' | 'path' | 'name' | 'node' | 'nodes' | 'steps' | 'data' | 'action' | 'page'

/** What a value in a slot must be once computed. */
export type SlotType = 'text' | 'number' | 'bool' | 'enum' | 'list' | 'record' | 'any'

/** Where it says “checked”, only the whole catalog has it, not the part that runs an app. */
export interface SlotSpec {
  readonly kind: SlotKind
  readonly type: SlotType
  /** The allowed texts and numbers of an `enum`. With `open` (checked), other values of `type` are allowed too. */
  readonly values?: readonly (string | number | boolean)[]
  readonly open?: true
  /** Where `type` is `any` because several types are allowed: which ones. */
  readonly types?: readonly SlotType[]
  /** Checked. Bounds of a number, of the length of a text or of the number of elements of a list; `whole` numbers only. */
  readonly min?: number
  readonly max?: number
  readonly whole?: true
  readonly required?: boolean
  readonly default?: Json
  /** Slots of each element of a list of records, or of the record itself. */
  readonly fields?: SlotTable
  /** Checked. What one element of a list is, where its elements are no records, or one value of a record of which the fields are not named. */
  readonly element?: SlotSpec
  /** Checked, of a tool's argument. Where several types are allowed that have bounds or contents of their own: each by itself. */
  readonly options?: readonly SlotSpec[]
  /** Checked. For `path`: the type that the state there must have (`text`, `number?`, `[text]`, `any`, …). */
  readonly bind?: string
  /** Checked. For `steps`: the fields of `event`, name → type. */
  readonly event?: Readonly<Record<string, string>>
  /** The engine keeps this property to itself; the component does not receive it. */
  readonly engine?: true
  /** The slot is evaluated once per element of the component's rows (`ComponentSpec.rows`). */
  readonly each?: true
  /** Further names that are in scope in this slot, given by the component when it evaluates it. */
  readonly names?: readonly string[]
  /** May be painted while it is still streaming: plain text that means nothing but itself (S7). */
  readonly grows?: true
  /** What the text is, where more than its type has to be checked: a link, an image source, an icon, a colour, a page of the public web. All but `src` is checked only. */
  readonly format?: 'href' | 'src' | 'icon' | 'color' | 'url' | 'page'
}

export type SlotTable = Readonly<Record<string, SlotSpec>>

/**
 * How the children of a component reach it.
 *
 * - `none`      it takes none
 * - `any`       React nodes, as `children`
 * - `rows`      `rows`: one `{ key, node, value }` a child (or a child per element, under `each`)
 * - `records`   `items`: one `{ key, …its computed properties, content }` for each child, which must be a `child`
 * - `template`  `renderItem(index)`: the children drawn for one element of the component's rows
 */
export type ChildrenMode = 'none' | 'any' | 'rows' | 'records' | 'template'

/** What the engine reads of a component to draw it. */
export interface DrawnSpec {
  readonly name: string
  readonly group: string
  readonly children: ChildrenMode
  /** With `records`: the one component that may stand inside. */
  readonly child?: string
  readonly slots: SlotTable
  /** The property that holds the rows, the property that names one, and that name's default. */
  readonly rows?: { readonly list: string; readonly as: string; readonly name: string; readonly origin: boolean }
  /** Drawn by the engine itself (`Slot`, `Outlet`): it has no implementation in `components/`. */
  readonly engine?: true
  /** The type of the value that it edits, where it is an input: its `bind` (B43). */
  readonly input?: string
  /** It is a block (B52), drawn as what `schema/generated/block-views.ts` has for it. */
  readonly block?: BlockSpec
}

/** What a block has beside its properties. */
export interface BlockSpec {
  /** State of its own, as in a document; each use that is written has it for itself. */
  readonly state: JsonObject
  /** The names of its Slots; the empty one is for children without `slot`. */
  readonly content: readonly string[]
  /** How many components it is drawn as, and how deep inside each other; for the limits. */
  readonly nodes: number
  readonly depth: number
}

export interface ComponentSpec extends DrawnSpec {
  /** This component may only stand inside that one (`Tab` inside `Tabs`). */
  readonly parent?: string
  /** Lossless slips of writers, wrong name → right name (B5). */
  readonly aliases?: Readonly<Record<string, string>>
  /** What an app that has it in a view asks for. Its scope is a `literal` property, so that it can be read before anything runs. */
  readonly capability?: CapabilityRule
}

/** `quiet` is granted with the app; `ask` needs the user's yes; `sensitive` asks each time or session. */
export type Grade = 'quiet' | 'ask' | 'sensitive'

export interface CapabilityRule {
  /** The capability's name: `storage`, `net`, … */
  readonly name: string
  readonly grade: Grade
  /** The argument, or the component's property, that holds the scope: for `net` the URL whose origin is the scope (`net:https://a.example`). */
  readonly scope?: { readonly kind: 'origin' | 'folder' | 'name'; readonly argument: string }
  /** A second capability of a tool, which a call needs where this literal argument stands: `secret:weather`. */
  readonly also?: { readonly name: string; readonly grade: Grade; readonly argument: string }
}

/** What the engine reads of a tool to call it. */
export interface CalledSpec {
  readonly name: string
  readonly arguments: SlotTable
}

export interface ToolSpec extends CalledSpec {
  /** The type of what it gives, in the notation of B11, for `out`. */
  readonly result: string
  /** What a call waits for. */
  readonly cost: ToolCost
  readonly capability?: CapabilityRule
  /** May stand in `data` (B14). */
  readonly read?: true
  /** Runs only in a chain that a person's press or key started (S60). */
  readonly gesture?: true
  /** Done by the engine itself (state, flow, pages): it has no implementation in `tools/`. */
  readonly engine?: true
  /** Lossless slips of writers, wrong argument → right one (B5). */
  readonly aliases?: Readonly<Record<string, string>>
  /** Needs one of several sets of arguments: each inner list is one allowed set of required ones. */
  readonly oneOf?: readonly (readonly string[])[]
}
