;; Inner products of one row of the weights with the rows of a question, sixteen numbers at a time.
;;
;; A packed row is 128 bytes: the numbers 2i and 2i+1, each 8 too large, in the low and high half of byte i.
;; An unpacked row is 256 bytes: for each 16 packed bytes first the 16 low numbers, then the 16 high ones, signed.
;; The largest product is 64; a lane of eight adds up 32 of them, which 16 bits hold.
(module
  (import "memory" "memory" (memory 1))

  (func (export "unpack") (param $packed i32) (param $unpacked i32)
    (local $end i32) (local $bytes v128)
    (local.set $end (i32.add (local.get $packed) (i32.const 128)))
    (loop $next
      (local.set $bytes (v128.load (local.get $packed)))
      (v128.store (local.get $unpacked)
        (i8x16.sub
          (v128.and (local.get $bytes) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
          (v128.const i8x16 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8)))
      (v128.store offset=16 (local.get $unpacked)
        (i8x16.sub
          (i8x16.shr_u (local.get $bytes) (i32.const 4))
          (v128.const i8x16 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8)))
      (local.set $unpacked (i32.add (local.get $unpacked) (i32.const 32)))
      (local.set $packed (i32.add (local.get $packed) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $packed) (local.get $end)))))

  ;; Writes one 32-bit product for each of $count unpacked rows from $rows on.
  (func (export "multiply") (param $row i32) (param $rows i32) (param $count i32) (param $products i32)
    (local $end i32) (local $sum v128) (local $one v128) (local $other v128) (local $place i32)
    (local.set $end (i32.add (local.get $rows) (i32.shl (local.get $count) (i32.const 8))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $rows) (local.get $end)))
        (local.set $sum (v128.const i64x2 0 0))
        (local.set $place (i32.const 0))
        (loop $further
          (local.set $one (v128.load (i32.add (local.get $row) (local.get $place))))
          (local.set $other (v128.load (i32.add (local.get $rows) (local.get $place))))
          (local.set $sum (i16x8.add (local.get $sum)
            (i16x8.add
              (i16x8.extmul_low_i8x16_s (local.get $one) (local.get $other))
              (i16x8.extmul_high_i8x16_s (local.get $one) (local.get $other)))))
          (local.set $place (i32.add (local.get $place) (i32.const 16)))
          (br_if $further (i32.lt_u (local.get $place) (i32.const 256))))
        (local.set $sum (i32x4.extadd_pairwise_i16x8_s (local.get $sum)))
        (i32.store (local.get $products)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $products (i32.add (local.get $products) (i32.const 4)))
        (local.set $rows (i32.add (local.get $rows) (i32.const 256)))
        (br $next)))))
