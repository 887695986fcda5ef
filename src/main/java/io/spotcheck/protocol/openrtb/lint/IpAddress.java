package io.spotcheck.protocol.openrtb.lint;

import java.util.Arrays;

/** How addresses of the internet are written. */
final class IpAddress {

    private static final int GROUPS = 8;

    private IpAddress() {
    }

    /** Four numbers up to 255, as in {@code 192.0.2.1}. */
    static boolean isVersion4(String text) {
        String[] parts = text.split("\\.", -1);
        return parts.length == 4 && Arrays.stream(parts).allMatch(IpAddress::isByte);
    }

    private static boolean isByte(String part) {
        return !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9')
                && (part.length() == 1 || part.charAt(0) != '0') && Integer.parseInt(part) <= 255;
    }

    /** Eight groups of hexadecimal digits, some left out as {@code ::}, the last two perhaps as version 4. */
    static boolean isVersion6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == GROUPS;
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int left = before.isEmpty() ? 0 : before.contains(".") ? -1 : groups(before);
        int right = after.isEmpty() ? 0 : groups(after);
        return left >= 0 && right >= 0 && left + right < GROUPS;
    }

    /** How many groups there are; -1 if something else is among them. */
    private static int groups(String text) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].contains(".")) {
                if (!isVersion4(parts[i])) {
                    return -1;
                }
                count += 2;
            } else if (parts[i].isEmpty() || parts[i].length() > 4
                    || !parts[i].chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return -1;
            } else {
                count++;
            }
        }
        return count;
    }

    /** Whether an address of version 4 is never seen on the internet. */
    static boolean isPrivate(String text) {
        String[] parts = text.split("\\.");
        int first = Integer.parseInt(parts[0]);
        int second = Integer.parseInt(parts[1]);
        return first == 10 || first == 127 || first == 0 || first == 192 && second == 168
                || first == 172 && second >= 16 && second <= 31 || first == 169 && second == 254;
    }
}
