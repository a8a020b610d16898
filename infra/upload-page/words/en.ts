import type { UploadWords } from './upload-words.ts';

export const words: UploadWords = {
  title: 'Upload a menu',
  forMerchant: 'for the restaurant {merchant}',
  drop: 'Drop the menu here',
  choose: 'Choose a file',
  kinds: 'One Excel workbook (.xlsx) or CSV, up to {size} MB.',
  until: 'This page works until {until}. It is meant for you alone: whoever has it can upload menus for {merchant}.',
  sender: 'the person who sent you this page',

  sending: 'Sending {file}',
  progress: '{percent}% of {size}',
  almost: 'Waiting for the answer',
  keepOpen: 'Keep this page open until it is done.',
  arrived: '{file} has arrived.',
  another: 'Upload another file',

  next: 'What happens next',
  steps: [
    'Your menu is imported into klikit within minutes.',
    'You get the report from {contact}.',
    'It marks the cells to correct. Correct them, and upload the workbook here again until {until}. What is in klikit is not made twice.',
  ],

  again: 'Send it again',
  expired: 'This page worked until {until}. Ask {contact} for a new one.',
  failures: {
    several: 'That was more than one file. Send one after the other.',
    unreadable: '{file} cannot be read. If it is a folder, choose the file in it.',
    lockFile: '{file} is what Excel leaves beside a workbook that is open. Choose the workbook itself.',
    hiddenFile: '{file} is a hidden file of your device. Choose the workbook itself.',
    empty: '{file} is empty. Save the menu once more, and choose it again.',
    tooLarge: '{file} is larger than {size} MB, which no menu needs. Remove the pictures from it, or split it into two files.',
    picture: '{file} is a picture or a PDF. A menu is imported from an Excel workbook (.xlsx) or a CSV.',
    oldExcel:
      '{file} has a password, or is in the old Excel format (.xls). In Excel choose File > Save As, "Excel Workbook (.xlsx)", without a password, and upload that file.',
    broken: '{file} did not get through: the connection broke off. Look whether you are online, then send it again. Nothing is made twice.',
    busy: '{file} did not get through: the other side is busy. Send it again in a minute.',
    withdrawn: 'This page has been switched off. Ask {contact} for a new one.',
    refused: '{file} was not taken ({code}). Tell {contact}, with the word in brackets.',
  },

  withoutScripts: 'Choose the file, then send it. Scripts are off, so this page will not say that it arrived; an error would show.',
  send: 'Send',
};
