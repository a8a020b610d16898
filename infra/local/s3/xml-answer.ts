export const s3Namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

export const xmlHeaders = { 'content-type': 'application/xml' };
