package io.spotcheck.protocol.openrtb.macro;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Google's encryption of prices: 28 bytes of initialization vector, price in millionths under a pad, and signature, in
 * web-safe Base64 without padding. Pad and signature are HMAC-SHA1 with a key each.
 */
public final class PriceEncryption implements MacroEncoder {

    /** The length of an initialization vector in bytes. */
    public static final int VECTOR_LENGTH = 16;
    private static final int PRICE_LENGTH = 8;
    private static final int SIGNATURE_LENGTH = 4;
    private static final int MICROS = 6;

    private final String name;
    private final byte[] encryptionKey;
    private final byte[] integrityKey;
    private final Supplier<byte[]> vectors;

    /**
     * An encryption with these keys.
     *
     * @param name          the name behind the colon
     * @param encryptionKey makes the pad
     * @param integrityKey  makes the signature
     */
    public PriceEncryption(String name, byte[] encryptionKey, byte[] integrityKey) {
        this(name, encryptionKey, integrityKey, PriceEncryption::vector);
    }

    /** An encryption with these keys that takes its initialization vectors of 16 bytes from here. */
    public PriceEncryption(String name, byte[] encryptionKey, byte[] integrityKey, Supplier<byte[]> vectors) {
        this.name = name;
        this.encryptionKey = encryptionKey.clone();
        this.integrityKey = integrityKey.clone();
        this.vectors = vectors;
    }

    @Override
    public String name() {
        return name;
    }

    /** Prices alone can be encrypted. */
    @Override
    public Optional<String> encode(String value) {
        try {
            return Optional.of(encrypt(new BigDecimal(value)));
        } catch (NumberFormatException | ArithmeticException notAPrice) {
            return Optional.empty();
        }
    }

    /**
     * The encrypted price.
     *
     * @param price in units of its currency, per thousand
     * @throws ArithmeticException if its millionths do not fit into eight bytes
     */
    public String encrypt(BigDecimal price) {
        byte[] vector = vectors.get();
        byte[] plain = ByteBuffer.allocate(PRICE_LENGTH)
                .putLong(price.movePointRight(MICROS).setScale(0, RoundingMode.HALF_UP).longValueExact()).array();
        byte[] covered = xor(plain, hmac(encryptionKey, vector));
        byte[] signature = hmac(integrityKey, plain, vector);
        ByteBuffer message = ByteBuffer.allocate(VECTOR_LENGTH + PRICE_LENGTH + SIGNATURE_LENGTH)
                .put(vector).put(covered).put(signature, 0, SIGNATURE_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(message.array());
    }

    /** The price in an encrypted text; nothing when it is broken or signed with another key. */
    public Optional<BigDecimal> decrypt(String text) {
        byte[] message;
        try {
            message = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (message.length != VECTOR_LENGTH + PRICE_LENGTH + SIGNATURE_LENGTH) {
            return Optional.empty();
        }
        byte[] vector = Arrays.copyOf(message, VECTOR_LENGTH);
        byte[] plain = xor(Arrays.copyOfRange(message, VECTOR_LENGTH, VECTOR_LENGTH + PRICE_LENGTH),
                hmac(encryptionKey, vector));
        byte[] signature = Arrays.copyOf(hmac(integrityKey, plain, vector), SIGNATURE_LENGTH);
        boolean genuine = MessageDigest.isEqual(signature,
                Arrays.copyOfRange(message, VECTOR_LENGTH + PRICE_LENGTH, message.length));
        return genuine ? Optional.of(BigDecimal.valueOf(ByteBuffer.wrap(plain).getLong(), MICROS)) : Optional.empty();
    }

    /** Seconds, microseconds, and a number for the server. */
    private static byte[] vector() {
        Instant now = Instant.now();
        return ByteBuffer.allocate(VECTOR_LENGTH).putInt((int) now.getEpochSecond()).putInt(now.getNano() / 1000)
                .putLong(ThreadLocalRandom.current().nextLong()).array();
    }

    private static byte[] xor(byte[] one, byte[] other) {
        byte[] both = new byte[PRICE_LENGTH];
        for (int i = 0; i < PRICE_LENGTH; i++) {
            both[i] = (byte) (one[i] ^ other[i]);
        }
        return both;
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA1", impossible);
        }
    }
}
