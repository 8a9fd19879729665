import type { CatalogComponent } from '../../engine/react/catalog-contract.ts'
import { Checkbox } from '../Checkbox/Checkbox.tsx'
import { CheckboxGroup } from '../CheckboxGroup/CheckboxGroup.tsx'
import { CodeEditor } from '../CodeEditor/CodeEditor.tsx'
import { ColorField } from '../ColorField/ColorField.tsx'
import { ComboBox } from '../ComboBox/ComboBox.tsx'
import { DateField } from '../DateField/DateField.tsx'
import { DateRangeField } from '../DateRangeField/DateRangeField.tsx'
import { FileField } from '../FileField/FileField.tsx'
import { Form } from '../Form/Form.tsx'
import { MarkdownEditor } from '../MarkdownEditor/MarkdownEditor.tsx'
import { MultiSelect } from '../MultiSelect/MultiSelect.tsx'
import { NumberField } from '../NumberField/NumberField.tsx'
import { RadioGroup } from '../RadioGroup/RadioGroup.tsx'
import { Rating } from '../Rating/Rating.tsx'
import { Segmented } from '../Segmented/Segmented.tsx'
import { Select } from '../Select/Select.tsx'
import { Slider } from '../Slider/Slider.tsx'
import { Stepper } from '../Stepper/Stepper.tsx'
import { Switch } from '../Switch/Switch.tsx'
import { TagField } from '../TagField/TagField.tsx'
import { TextArea } from '../TextArea/TextArea.tsx'
import { TextField } from '../TextField/TextField.tsx'
import { TimeField } from '../TimeField/TimeField.tsx'

export const inputs: readonly (readonly [string, CatalogComponent])[] = [
  ['Checkbox', Checkbox],
  ['CheckboxGroup', CheckboxGroup],
  ['CodeEditor', CodeEditor],
  ['ColorField', ColorField],
  ['ComboBox', ComboBox],
  ['DateField', DateField],
  ['DateRangeField', DateRangeField],
  ['FileField', FileField],
  ['Form', Form],
  ['MarkdownEditor', MarkdownEditor],
  ['MultiSelect', MultiSelect],
  ['NumberField', NumberField],
  ['RadioGroup', RadioGroup],
  ['Rating', Rating],
  ['Segmented', Segmented],
  ['Select', Select],
  ['Slider', Slider],
  ['Stepper', Stepper],
  ['Switch', Switch],
  ['TagField', TagField],
  ['TextArea', TextArea],
  ['TextField', TextField],
  ['TimeField', TimeField],
]
