#!/bin/sh
# Draws the sample creatives from the SVG layers beside this script. Needs ffmpeg, rsvg-convert and the URW fonts
# (Debian: ffmpeg librsvg2-bin fonts-urw-base35).
#   sh assets/creatives/source/render.sh        writes into assets/creatives
set -eu
cd "$(dirname "$0")"
out=$(cd .. && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for layer in *.svg; do rsvg-convert "$layer" -o "$work/${layer%.svg}.png"; done
cd "$work"

ff() { ffmpeg -hide_banner -loglevel error -y "$@"; }
still() { printf -- '-loop 1 -framerate 25 -i %s.png ' "$@"; }

# Every scene is composed at 2560x1440, so that slow movements stay smooth when it is scaled down.
lossless='-c:v libx264 -preset ultrafast -qp 8 -pix_fmt yuv444p'

ff $(still harbor-sky harbor-sun harbor-hills harbor-sea-far harbor-boat harbor-sea-middle harbor-sea-near harbor-word harbor-end progress) -filter_complex "
  [7]format=rgba,fade=t=in:st=0.8:d=1.2:alpha=1,fade=t=out:st=9.6:d=0.8:alpha=1[word];
  [8]format=rgba,fade=t=in:st=10.4:d=0.9:alpha=1[end];
  [0][1]overlay=x=1500:y='560-16*t':format=yuv444[a];
  [a][2]overlay=0:0:format=yuv444[b];
  [b][3]overlay=x='-mod(t*24,640)':y='3*sin(t*1.1)':format=yuv444[c];
  [c][4]overlay=x='860+34*t':y='634+12*sin(t*1.7)':format=yuv444[d];
  [d][5]overlay=x='-mod(t*64,1280)':y='8*sin(t*1.3)':format=yuv444[e];
  [e][6]overlay=x='-mod(t*120,1600)':y='14*sin(t*0.9)':format=yuv444[f];
  [f][word]overlay=x=0:y='26*pow(max(0,1-(t-0.8)/1.4),3)':format=yuv444[g];
  [g][end]overlay=0:0:format=yuv444[h];
  [h][9]overlay=x='-2560+2560*t/15':y=1426:format=yuv444,fade=t=in:d=0.5,fade=t=out:st=14.5:d=0.5" \
  -t 15 $lossless harbor.mkv

# The bicycle rides in, stays for the word, and rides on; its wheels turn as fast as the road goes by.
x="(if(lt(t,1.6),-1120+2300*(1-pow(1-t/1.6,3)),if(lt(t,5),1180+10*sin(t*2),1180+2600*pow((t-5),2))))"
ff $(still alder-road alder-dashes alder-wheel alder-wheel alder-frame alder-word progress) -filter_complex "
  [2]format=rgba,rotate=a='t*7':c=none[rear];
  [3]format=rgba,rotate=a='t*7+1':c=none[front];
  [5]format=rgba,fade=t=in:st=1.2:d=0.7:alpha=1[word];
  [0][1]overlay=x='-mod(t*760,520)':y=1334:format=yuv444[a];
  [a][rear]overlay=x='$x':y=836:format=yuv444[b];
  [b][front]overlay=x='$x+580':y=836:format=yuv444[c];
  [c][4]overlay=x='$x':y='616+3*sin(t*9)':format=yuv444[d];
  [d][word]overlay=0:0:format=yuv444[e];
  [e][6]overlay=x='-2560+2560*t/6':y=1426:format=yuv444,fade=t=in:d=0.3,fade=t=out:st=5.6:d=0.4" \
  -t 6 $lossless alder.mkv

ff $(still fern-wall fern-sprout-a fern-sprout-b fern-sprout-a fern-box fern-word progress) -filter_complex "
  [5]format=rgba,fade=t=in:st=0.8:d=1:alpha=1[word];
  [0][1]overlay=x='1290+6*sin(t*1.3)':y='1010-570*(1-pow(1-min(1,max(0,t-0.6)/5.0),3))':format=yuv444[a];
  [a][2]overlay=x='1640+5*sin(t*1.1+1)':y='1010-450*(1-pow(1-min(1,max(0,t-1.6)/5.0),3))':format=yuv444[b];
  [b][3]overlay=x='1960+6*sin(t*1.2+2)':y='1010-520*(1-pow(1-min(1,max(0,t-2.6)/5.0),3))':format=yuv444[c];
  [c][4]overlay=0:0:format=yuv444[d];
  [d][word]overlay=0:0:format=yuv444[e];
  [e][6]overlay=x='-2560+2560*t/10':y=1426:format=yuv444,fade=t=in:d=0.4,fade=t=out:st=9.5:d=0.5" \
  -t 10 $lossless fern.mkv

# Plucked notes, one every STEP seconds, over a quiet chord. $1 file, $2 seconds, $3 step, $4 four notes, $5 chord root
tone() {
  set -- "$1" "$2" "$3" $4 "$5"
  pluck="(1-exp(-120*mod(t,$3)))*exp(-3.2*mod(t,$3)/$3*0.9)"
  note="if(lt(mod(t,4*$3),$3),$4,if(lt(mod(t,4*$3),2*$3),$5,if(lt(mod(t,4*$3),3*$3),$6,$7)))"
  ff -f lavfi -i "aevalsrc=exprs='0.20*$pluck*(sin(2*PI*($note)*t)+0.35*sin(4*PI*($note)*t)+0.12*sin(6*PI*($note)*t))+0.045*(sin(2*PI*$8*t)+sin(2*PI*$8*1.5*t)+0.6*sin(2*PI*$8*2*t))*(0.8+0.2*sin(2*PI*0.2*t))':s=44100:d=$2" \
    -af "aecho=0.8:0.7:180|310:0.25|0.18,lowpass=f=5200,volume=9dB,afade=t=in:d=0.6,afade=t=out:st=$(($2-1)):d=1,atrim=0:$2" -ac 2 -c:a pcm_s16le "$1"
}
tone harbor.wav 15 0.6 '261.63 329.63 392.00 493.88' 130.81
tone alder.wav   6 0.3 '293.66 369.99 440.00 587.33' 146.83
tone fern.wav   10 0.5 '349.23 440.00 523.25 659.26' 174.61

# $1 scene, $2 size, $3 profile and quality, $4 audio bitrate, $5 file
mp4() {
  ff -i "$1.mkv" -i "$1.wav" -vf "scale=$2:flags=lanczos,format=yuv420p" -c:v libx264 -profile:v main -preset veryslow \
    $3 -g 50 -color_primaries bt709 -color_trc bt709 -colorspace bt709 -c:a aac -b:a "$4" -shortest -movflags +faststart \
    -metadata title="$1" "$out/$5"
}
mp4 harbor 1280:720 '-level 3.1 -crf 23' 96k harbor-15s-720p.mp4
mp4 harbor 640:360  '-level 3.0 -crf 23' 96k harbor-15s.mp4
mp4 harbor 640:360  '-level 3.0 -crf 33' 48k harbor-15s-low.mp4
mp4 alder  640:360  '-level 3.0 -crf 23' 96k alder-6s.mp4
mp4 fern   640:360  '-level 3.0 -crf 23' 96k fern-10s.mp4
ff -i harbor.mkv -i harbor.wav -vf "scale=640:360:flags=lanczos,format=yuv420p" -c:v libvpx-vp9 -crf 36 -b:v 0 -row-mt 1 \
  -cpu-used 2 -c:a libopus -b:a 48k -shortest "$out/harbor-15s.webm"

for still in "$out"/source/stills/*.svg; do rsvg-convert "$still" -o "$out/$(basename "${still%.svg}").png"; done
