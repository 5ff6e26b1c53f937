/** Of the button below what is wrong in a form. */
export const FORM_AGAIN_LABEL = 'Open the form again';
