import type { CommonRootProps } from '../root-props.ts'

/** One rule of an input as the engine has computed it. */
export interface FieldRule {
  readonly check?: boolean | undefined
  readonly message?: string | undefined
}

/** What all inputs have in common (`schema/mixins/input.json`), in the computed form. */
export interface FieldProps extends CommonRootProps {
  readonly label?: string | undefined
  readonly about?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly hideLabel?: boolean | undefined
  readonly rules?: readonly FieldRule[] | undefined
  readonly ariaLabel?: string | undefined
}

/**
 * The properties that all fields of react-aria take alike. Validation is ours (`aria`): the browser's
 * own bubbles would speak another language at another time.
 */
export function ariaFieldProps(props: FieldProps, invalid: boolean) {
  return {
    isDisabled: props.disabled === true,
    isReadOnly: props.readOnly === true,
    isRequired: props.required === true,
    isInvalid: invalid,
    validationBehavior: 'aria' as const,
    ...(props.ariaLabel ? { 'aria-label': props.ariaLabel } : {}),
  }
}
