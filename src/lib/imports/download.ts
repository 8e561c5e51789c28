const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook that the browser saves under a name, which may be Chinese (RFC 6266). */
export function sheetDownload(sheet: Uint8Array, name: string): Response {
	return new Response(new Uint8Array(sheet), {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="sheet.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
			'cache-control': 'no-store'
		}
	});
}
