import { wordKey } from './cell.ts';

const digits = '零一二三四五六七八九';
const numbered = /^(.*?)(\d+)\s*(?:号楼|楼|栋|幢|座|#楼|#|号)$/;
const withDoor = /^(.*?\d+\s*(?:号楼|栋|幢|座|#楼|#|楼(?!道)))\s*[-,，\s]*(.+)$/;
const buildingAlone = /(?:号楼|栋|幢|座|#楼?|楼)$/;
const dashed = /^(\d+)-(\d+(?:-\d+)?)$/;

/** What the spellings of a building's name have in common: `3号楼`, `3幢`, `３#`, `三号楼` are one. */
export function buildingKey(name: string): string {
	const plain = wordKey(name)
		.replace(/\s/g, '')
		.replace(/[一二三四五六七八九十]{1,3}(?=号楼|栋|幢|座)/g, spokenNumber);
	const found = numbered.exec(plain);
	return found ? `${found[1]}${Number(found[2])}` : plain;
}

/**
 * An address in two: `3号楼2单元501` and `3-2-501` hold a building and a door. Without a door in it, all of it is the
 * building.
 */
export function splitAddress(address: string): { building: string; door: string } {
	const plain = address.normalize('NFKC').trim();
	const [, building, door] = withDoor.exec(plain) ?? dashed.exec(plain) ?? [];
	return building && door ? { building, door } : { building: plain, door: '' };
}

/** The id of the building that an address names, with or without a door, or undefined. @param buildings by `buildingKey` */
export function buildingIn(address: string, buildings: ReadonlyMap<string, string>): string | undefined {
	return buildings.get(buildingKey(address)) ?? buildings.get(buildingKey(splitAddress(address).building));
}

/** The door in an address; all of it where no building stands in it, nothing where only a building does. */
export function doorIn(address: string): string {
	const { building, door } = splitAddress(address);
	return door || (buildingAlone.test(building) ? '' : building);
}

/** `三`, `十二`, `二十`, `二十三` in digits. */
function spokenNumber(text: string): string {
	if (!text.includes('十')) return [...text].map((digit) => digits.indexOf(digit)).join('');
	const [tens, ones] = text.split('十');
	return String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0));
}
