;; Cosines of rows of the weights with the rows of a question, four of the question's at a time.
;;
;; A packed row is 128 bytes: the numbers 2i and 2i+1, each 8 too large, in the low and high half of byte i.
;; An unpacked row is 512 bytes, a signed 16-bit number each: for each 16 packed bytes first the 16 low numbers, then
;; the 16 high ones.
(module
  (import "memory" "memory" (memory 1))

  ;; Returns one over the row's length; for a row of zeros, 1.
  (func $unpack (export "unpack") (param $packed i32) (param $unpacked i32) (result f64)
    (local $end i32) (local $bytes v128) (local $low v128) (local $high v128) (local $sum v128)
    (local.set $end (i32.add (local.get $packed) (i32.const 128)))
    (loop $next
      (local.set $bytes (v128.load (local.get $packed)))
      (local.set $low
        (i8x16.sub
          (v128.and (local.get $bytes) (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
          (v128.const i8x16 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8)))
      (local.set $high
        (i8x16.sub
          (i8x16.shr_u (local.get $bytes) (i32.const 4))
          (v128.const i8x16 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8 8)))
      (local.set $sum (i32x4.add (local.get $sum)
        (call $store (local.get $unpacked) (i16x8.extend_low_i8x16_s (local.get $low)))))
      (local.set $sum (i32x4.add (local.get $sum)
        (call $store (i32.add (local.get $unpacked) (i32.const 16)) (i16x8.extend_high_i8x16_s (local.get $low)))))
      (local.set $sum (i32x4.add (local.get $sum)
        (call $store (i32.add (local.get $unpacked) (i32.const 32)) (i16x8.extend_low_i8x16_s (local.get $high)))))
      (local.set $sum (i32x4.add (local.get $sum)
        (call $store (i32.add (local.get $unpacked) (i32.const 48)) (i16x8.extend_high_i8x16_s (local.get $high)))))
      (local.set $unpacked (i32.add (local.get $unpacked) (i32.const 64)))
      (local.set $packed (i32.add (local.get $packed) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $packed) (local.get $end))))
    (f64.div
      (f64.const 1)
      (f64.max
        (f64.const 1)
        (f64.sqrt (f64.convert_i32_s
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))))))

  ;; Returns the squares, added up two by two.
  (func $store (param $place i32) (param $numbers v128) (result v128)
    (v128.store (local.get $place) (local.get $numbers))
    (i32x4.dot_i16x8_s (local.get $numbers) (local.get $numbers)))

  ;; Writes the cosines of $count packed rows with $fours times four unpacked $rows, whose inverse lengths stand from
  ;; $inverses on; $row is room for one unpacked row.
  (func (export "compare")
    (param $packed i32) (param $count i32) (param $row i32)
    (param $rows i32) (param $inverses i32) (param $fours i32) (param $cosines i32)
    (local $end i32) (local $inverse v128) (local $four i32) (local $other i32) (local $place i32)
    (local $numbers v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $packed) (i32.shl (local.get $count) (i32.const 7))))
    (loop $nextRow
      (local.set $inverse (f64x2.splat (call $unpack (local.get $packed) (local.get $row))))
      (local.set $four (i32.const 0))
      (local.set $other (local.get $rows))
      (loop $nextFour
        (local.set $a (v128.const i64x2 0 0))
        (local.set $b (v128.const i64x2 0 0))
        (local.set $c (v128.const i64x2 0 0))
        (local.set $d (v128.const i64x2 0 0))
        (local.set $place (local.get $row))
        (loop $further
          (local.set $numbers (v128.load (local.get $place)))
          (local.set $a (i32x4.add (local.get $a)
            (i32x4.dot_i16x8_s (local.get $numbers) (v128.load (local.get $other)))))
          (local.set $b (i32x4.add (local.get $b)
            (i32x4.dot_i16x8_s (local.get $numbers) (v128.load offset=512 (local.get $other)))))
          (local.set $c (i32x4.add (local.get $c)
            (i32x4.dot_i16x8_s (local.get $numbers) (v128.load offset=1024 (local.get $other)))))
          (local.set $d (i32x4.add (local.get $d)
            (i32x4.dot_i16x8_s (local.get $numbers) (v128.load offset=1536 (local.get $other)))))
          (local.set $numbers (v128.load offset=16 (local.get $place)))
          (local.set $a (i32x4.add (local.get $a)
            (i32x4.dot_i16x8_s (local.get $numbers) (v128.load offset=16 (local.get $other)))))
          (local.set $b (i32x4.add (local.get $b)
            (i32x4.dot_i16x8_s (local.get $numbers) (v128.load offset=528 (local.get $other)))))
          (local.set $c (i32x4.add (local.get $c)
            (i32x4.dot_i16x8_s (local.get $numbers) (v128.load offset=1040 (local.get $other)))))
          (local.set $d (i32x4.add (local.get $d)
            (i32x4.dot_i16x8_s (local.get $numbers) (v128.load offset=1552 (local.get $other)))))
          (local.set $other (i32.add (local.get $other) (i32.const 32)))
          (local.set $place (i32.add (local.get $place) (i32.const 32)))
          (br_if $further (i32.lt_u (local.get $place) (i32.add (local.get $row) (i32.const 512)))))
        (local.set $other (i32.add (local.get $other) (i32.const 1536)))
        ;; Sums of a, b, c and d, one a lane.
        (local.set $numbers (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 8 9 10 11 24 25 26 27 (local.get $a) (local.get $b))
          (i8x16.shuffle 4 5 6 7 20 21 22 23 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
        (local.set $c (i32x4.add
          (i8x16.shuffle 0 1 2 3 16 17 18 19 8 9 10 11 24 25 26 27 (local.get $c) (local.get $d))
          (i8x16.shuffle 4 5 6 7 20 21 22 23 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
        (local.set $numbers (i32x4.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $numbers) (local.get $c))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $numbers) (local.get $c))))
        (local.set $place (i32.add (local.get $inverses) (i32.shl (local.get $four) (i32.const 5))))
        (v128.store (local.get $cosines)
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
            (f32x4.demote_f64x2_zero
              (f64x2.mul
                (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $numbers)) (local.get $inverse))
                (v128.load (local.get $place))))
            (f32x4.demote_f64x2_zero
              (f64x2.mul
                (f64x2.mul
                  (f64x2.convert_low_i32x4_s
                    (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15
                      (local.get $numbers) (local.get $numbers)))
                  (local.get $inverse))
                (v128.load offset=16 (local.get $place))))))
        (local.set $cosines (i32.add (local.get $cosines) (i32.const 16)))
        (local.set $four (i32.add (local.get $four) (i32.const 1)))
        (br_if $nextFour (i32.lt_u (local.get $four) (local.get $fours))))
      (local.set $packed (i32.add (local.get $packed) (i32.const 128)))
      (br_if $nextRow (i32.lt_u (local.get $packed) (local.get $end)))))

  ;; Raises $fours times four numbers from $best on to the cosines at each of the $count addresses from $places on.
  (func (export "raise") (param $places i32) (param $count i32) (param $fours i32) (param $best i32)
    (local $end i32) (local $last i32) (local $cosines i32) (local $place i32)
    (local.set $end (i32.add (local.get $places) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $last (i32.add (local.get $best) (i32.shl (local.get $fours) (i32.const 4))))
    (loop $nextRow
      (local.set $cosines (i32.load (local.get $places)))
      (local.set $place (local.get $best))
      (loop $nextFour
        (v128.store (local.get $place)
          (f32x4.pmax (v128.load (local.get $place)) (v128.load (local.get $cosines))))
        (local.set $cosines (i32.add (local.get $cosines) (i32.const 16)))
        (local.set $place (i32.add (local.get $place) (i32.const 16)))
        (br_if $nextFour (i32.lt_u (local.get $place) (local.get $last))))
      (local.set $places (i32.add (local.get $places) (i32.const 4)))
      (br_if $nextRow (i32.lt_u (local.get $places) (local.get $end))))))
