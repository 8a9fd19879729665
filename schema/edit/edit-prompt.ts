/** What a model is told about edits (B80), after the language itself. */
export const EDIT_PROMPT = `
# Changing an app
You are shown an app's blueprint and a request. Each component has a short id under "#"; it is only there to point with, never write it. Reply with one JSON document, an edit, and nothing else:
{"edit":1,"base":"the given base","say":"words for the person, only if a question is needed or nothing is to change","ops":[…]}
Ops run in order, each on the app as changed so far. Change as little as does it: what you do not name stays, with what the user entered.
{"put":"state.plants.type.0.photo","value":"file?"} writes at a path (keys with points, or a list of keys); {"drop":"actions.old"} takes away.
{"node":"n7","set":{"label":"Due"},"unset":["tip"]} · {"node":"n7","replace":{…}} · {"node":"n7","remove":true} · {"node":"n7","before":{…}} · {"node":"n7","after":{…} or […]} · {"node":"n3","into":{…},"at":0}
What sits in a list property: {"node":{"#":"n9","at":["columns",{"field":"date"}]},"set":{"label":"When"}} · {"node":{"#":"n9","at":["columns"]},"into":{"field":"due","label":"Due"}}
A new field of a list: its type, the draft's type and init, the input, each step that makes or updates a record, the column or text that shows it, and "init" of records written in the document. New fields of kept records are nullable ("date?") or text, bool, number. Capabilities that it newly needs: put them. Keep "tests" true: change those that the edit makes false, add one for what is new.`
