// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of blueprints, whose formulas stand in ${…}.

/**
 * The preset dictionary of share links, version 1: texts that blueprints are likely to hold, in the
 * key order of canonical JSON, the likeliest last. Links hold distances into it, so not one character
 * of it may ever change; a better one would be a second dictionary, under a second form of link.
 */
export const DICTIONARY_1: string = [
  // formulas
  'addDays(today(), addMonths(startOf(today(), diffDays(endOf(parseDate(timeIn(atTime(zones()localZone(year(now()month(weekday(minute(second(hour(',
  'replaceAt(without(indexOf(flatMap(findIndex(reverse(concat(reduce(chunk(group(uniq(scan(zip(skip(first(last(merge(omit(pick(keys(values(entries(',
  'capitalize(startsWith(endsWith(replace(repeat(words(lines(matches(upper(trim(slice(pad(join(split(contains(lower(plural(percent(money(format(',
  'parseJson(number(text(clamp(random(round(floor(ceil(sqrt(mod(abs(pow(min(max(avg(sum(range(count(empty(calc(with(has(get(take(sort(',
  "'desc')'asc')'day')'week')'month')'short')'medium')'long')'relative')'MMM''HH:mm''email'",
  '.includes(.some(.every(.indexOf(.startsWith(.toUpperCase().split(.slice(.join(.sort(.find(.map((x, i) => ({ id: .filter(t => !t.done).length',
  " == null ? null : == '' ?  != null &&  || !==  === true ? 'bad' : 'good'} ? 'warn' : 'neutral'} ?? 0 : ''} 1 : 0}",
  't => t.id == x => x.value, e => e.date, e.amount, p => p.name, c => c.id == s => s.label i => i + 1 item.name item.done edit.id draft.date index event.value ',
  // rarer components, properties and tools
  '"type":"Accordion""type":"Async","of":"AppShortcut""type":"Audio""type":"Avatar""type":"Calendar""type":"CheckboxGroup""type":"CodeEditor""type":"Code"',
  '"type":"ColorField""type":"ComboBox""type":"DateRangeField""type":"Drawer""type":"FileField""type":"Flip""type":"Frame""type":"Gantt""type":"Graph""type":"Hero"',
  '"type":"KeyValue""type":"Link""type":"MarkdownEditor""type":"Markdown""type":"Meter""type":"MultiSelect""type":"Popover""type":"QrCode""type":"RadioGroup""type":"Rating"',
  '"type":"RichText""type":"Sheet""type":"Sidebar""type":"Sketch""type":"Skeleton""type":"Slot""type":"SortableList""type":"Sparkline""type":"Spinner""type":"Split""type":"Stepper"',
  '"type":"Swatch""type":"TagField""type":"TimeField""type":"Timeline""type":"ToggleButton""type":"Tree""type":"Video""type":"Kbd""type":"Image","alt":"fit":"cover""ratio":"16:9"',
  '"accept":["actions":[{"about":"align":"center","ariaLabel":"autofocus":true,"badge":"body":"card""clamp":"collapsible":true,"color":"currency":"USD","delta":"disabled":"${',
  '"direction":"row","editing":"event":"field":"fill":"#footer":{"format":"money","full":true,"groupBy":"height":"l","ifTrue":"illustration":"kind":"email","level":1,"lines":',
  '"loading":"max":100,"maxLength":"min":0,"multiple":true,"onChoose":"onDrag":"onEnter":"onLink":"onMove":"onRowPress":{"onSelect":"pageSize":"placeholder":"rowActions":[{"rows":"${',
  '"rules":[{"check":"message":"search":true,"select":"one","series":"sortable":false,"spark":"${","stacked":true,"step":1,"stroke":"strokeWidth":2,"subtitle":"submitLabel":"tip":"title":"unit":',
  '"upIsGood":false,"xLabels":"yLabels":"x":"${","y":"${","w":"h":"r":"cx":"cy":"x1":"x2":"y1":"y2":"kind":"rect","kind":"circle","kind":"line","kind":"text","opacity":"rotate":',
  '"do":"clipboard.copy","text":"do":"celebrate"}"do":"csv.format","do":"csv.parse","do":"file.open","do":"file.save","content":"do":"http.get","url":"https://api.',
  '"do":"http.post","headers":{"query":{"refresh":"1h""do":"json.parse","do":"llm.ask","prompt":"do":"notify","title":"do":"print"}"do":"random.int","do":"random.pick","do":"speech.say",',
  '"do":"sound.play","name":"bell"}"do":"sound.play","name":"success"}"do":"storage.get","do":"share.link"}"do":"window.badge","do":"window.title","do":"confirm","no":"Cancel","out":"yes","text":"',
  '"do":"open","id":"do":"close","id":"do":"focus","id":"do":"wait","ms":"do":"undo"}"do":"redo"}"do":"stop"}"do":"let","name":"do":"each","as":"in":"${","steps":[{"do":"if","else":[{"test":"${","then":[{',
  '"do":"go","page":"params":{"do":"back"}"do":"move","item":"to":"do":"refresh","data":"catch":[{"do":"run","action":"with":{',
  // sections
  '"constants":{"data":{"parts":{"params":{"pages":{"detail":{"glance":{"strings":{"effects":{"on":"launch","watch":"${","after":"300ms","when":"${',
  '"keys":{"ArrowLeft":"ArrowRight":"ArrowUp":"ArrowDown":"Backspace":"Enter":"Escape":"mod+n":"space":{"timers":{"tick":{"do":[{"every":"1s","when":"${',
  '"tests":[{"name":"steps":[{"fill":"into":"Name"},{"press":"Add"},{"sees":"{"notSees":"{"choose":"in":"{"check":"{"uncheck":"{"key":"Enter"},{"wait":"25m"},{"expect":"${","state":{"tools":{"reply":',
  '"actions":{"save":{"params":{"steps":[{"derived":{"filtered":"${shown":"${total":"${visible":"${count":"${byCategory":"${sorted":"${',
  '"state":{"adding":false,"amount":null,"categories":["category":"text","confirm":"count":0,"date":"date","draft":{"init":{"editId":"","editing":false,"enum":["filter":{"init":"all","type":"text"},',
  '"items":{"history":true,"init":[{"id":"1","name":"","note":"","notes":"","open":false,"priority":"query":"","score":0,"search":"","selected":null,"settings":false,"status":"tab":"title":"',
  '"type":{"amount":"number","category":"text","date":"date?","id":"text","name":"text","note":"text","done":"bool","tags":["text"],"title":"text"}},"type":"number?","type":["text"]}',
  '"history":true,"init":[],"persist":true,"type":[{"at":"time","createdAt":"time","date":"date","done":"bool","id":"text","name":"text","title":"text"}]},',
  '"init":0,"persist":true,"type":"number"},"init":"","persist":true,"type":"text"},"init":true,"persist":true,"type":"bool"},"init":null,"type":"text?"},',
  '{"app":{"about":"A  for your  with  and  that  on this device.","category":"productivity","icon":"list-checks","name":"","theme":{"accent":"blue","preset":"paper","mode":"auto"},"window":{"height":720,"width":960}},',
  '"category":"finance""category":"games""category":"health""category":"education""category":"utilities""category":"tools""accent":"violet""accent":"green""accent":"orange""accent":"teal""accent":"rose"',
  '"blueprint":1,"capabilities":[{"use":"storage","why":"Keeps your  on this device."},{"use":"notify","why":"Tells you when  is over."},{"use":"files","why":"Saves "},{"use":"sound","use":"net:https://',
  // icons and labels
  '"icon":"calendar""icon":"check""icon":"chevron-left","label":"Previous""icon":"chevron-right","label":"Next""icon":"clock""icon":"download","label":"Export""icon":"copy","label":"Copy',
  '"icon":"pause","label":"Pause""icon":"play","label":"Start""icon":"rotate-ccw","label":"Reset""icon":"search""icon":"settings","label":"Settings""icon":"star""icon":"target""icon":"timer""icon":"undo-2"',
  '"label":"All","value":"all"}{"label":"Amount","label":"Category","label":"Date","label":"Name","label":"Note","label":"Notes","label":"Search","label":"Status","label":"Title","label":"Delete","label":"Edit","label":"Save","label":"Cancel","label":"Done","label":"Close",',
  // the usual
  '"type":"Chart","x":"label","y":"value"}"kind":"bar","kind":"line","kind":"donut","legend":true,"type":"HeatGrid""type":"Scene","width":"type":"Board","as":"card","columns":[{"type":"Table","columns":[{"field":"',
  '"type":"Tabs"}"title":"","type":"Tab"}"type":"Menu"}"type":"Form"}"type":"Toolbar"}"type":"Slider","type":"DateField"}"type":"Checkbox"}"type":"Switch"}"type":"TextArea"}"type":"Icon"}"type":"Alert"}"type":"ProgressRing"}"type":"Progress","value":"${',
  '"onClose":{"do":"set","path":"editing","value":false},"open":"${editing}","size":"m","title":"","type":"Dialog"}"actions":[{"label":"Cancel","onPress":{"do":"set","path":"',
  '"options":[{"label":"","value":""}],"type":"Segmented"}"options":"${categories}","type":"Select"}"placeholder":"","required":true,"type":"TextField"},{"bind":"draft.name","label":"Name",',
  '"format":"money","icon":"label":"","tone":"good","type":"Stat","value":"${count(}"hideLabel":true,"label":"","min":1,"type":"NumberField"},{"bind":"draft.amount","label":"Amount",',
  '"empty":{"about":"","icon":"inbox","text":"No  yet","type":"Empty"},"key":"id","type":"List"}"as":"item","children":[{"divided":true,"each":"${',
  '"columns":3,"gap":"m","min":"s","type":"Grid"}"title":"","type":"Card"}"title":"","type":"Section"}"type":"Divider"},{"type":"Spacer"},{"level":1,"text":"","type":"Heading"},{"text":"","tone":"accent","type":"Badge"}',
  '"align":"center","gap":"s","justify":"between","type":"Row","wrap":true},{"children":[{"gap":"s","grow":true,"type":"Stack"}"gap":"l","pad":"l","type":"Stack"}}',
  '"show":"${","size":"s","strike":"${","text":"${","tone":"neutral","type":"Text"},{"text":"","type":"Text","weight":"medium"},{"size":"xl","text":"${","type":"Text","weight":"bold"}],"type":"Row"},{',
  '"onChange":{"do":"onSubmit":{"do":"set","path":"","value":"${event.value}"}},{"do":"inc","by":-1,"path":"{"do":"toggle","path":"{"do":"toast","text":"","undo":true}{"do":"reset","path":"draft"}{"do":"remove","from":"","where":"t => t.id == ',
  '"do":"update","in":"","where":"t => t.id == edit.id","with":{"do":"remove","item":"item"},"type":"IconButton"}{"do":"add","item":{"createdAt":"${now()}","date":"${today()}","done":false,"id":"${id()}","name":"${trim(draft.name)}","title":"${draft}"},"to":"',
  '"icon":"pencil","label":"Edit","onPress":[{"do":"set","path":"edit","value":"${item}"},"icon":"trash-2","label":"Delete ${item.name}","onPress":{"do":"remove","item":"item"},"tone":"bad","type":"IconButton"}],',
  '"disabled":"${empty(trim(draft))}","icon":"plus","label":"Add","onPress":[{"do":"stop","when":"${empty(trim(draft.name))}"},{"do":"set","path":"","value":"","onPress":"add","size":"s","submit":true,"type":"Button","variant":"quiet"},"type":"Button"}],"type":"Button","variant":"primary"}],',
  '"view":{"children":[{"children":[{"bind":"","children":[{"children":[{"icon":"","label":"","onPress":{"do":"set","path":"',
].join('')
