/**
 * Properties and arguments that the prompt leaves out: rarely needed, with a default that is right. They are in the
 * reference and the editor's completion like all others, and the checker takes them from a model too.
 */
export const unsaidIn: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Alert: ['icon'],
    Button: ['onLongPress', 'onSecondaryPress'],
    Chart: ['currency', 'legend'],
    Code: ['copy'],
    CodeEditor: ['placeholder', 'rows'],
    ComboBox: ['placeholder'],
    DateRangeField: ['min', 'max'],
    Drawer: ['actions'],
    HeatGrid: ['max'],
    Icon: ['label'],
    IconButton: ['tone', 'confirm'],
    Image: ['radius'],
    List: ['density'],
    MarkdownEditor: ['placeholder', 'rows', 'preview'],
    Menu: ['hideLabel', 'variant'],
    MultiSelect: ['placeholder'],
    NumberField: ['currency', 'placeholder', 'autofocus'],
    Popover: ['icon'],
    Progress: ['hideLabel'],
    Section: ['icon'],
    Sidebar: ['label'],
    Sketch: ['width', 'height', 'tools'],
    Slider: ['currency', 'marks'],
    Sparkline: ['tone'],
    Stat: ['currency'],
    Swatch: ['label', 'copy'],
    Tabs: ['label'],
    TagField: ['placeholder'],
    TextArea: ['minLength', 'autofocus'],
    TextField: ['minLength'],
    TimeField: ['min', 'max'],
    ToggleButton: ['size'],
    DashboardPage: ['emptyText'],
    GamePage: ['scoreLabel'],
    QuizPage: ['passAt'],
    WizardForm: ['doneText'],
    SettingsForm: ['onReset'],
    'csv.format': ['columns'],
    'json.format': ['indent', 'sortKeys'],
    'system.events': ['after', 'most'],
    'sound.play': ['volume'],
    'sound.tone': ['volume'],
  }),
)
/** The same in the records of a list, by component and list. */
export const unsaidFields: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'Table.columns': ['currency', 'sortable', 'width'],
    'RichText.spans': ['underline'],
    'KeyValue.items': ['icon', 'tone'],
  }),
)
