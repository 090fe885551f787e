// Makes the icons of the desktop of the one picture. usage: yaodian-icons PICTURE.svg OUT-%1.png SIZE ...
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    QSvgRenderer picture(QFile::decodeName(argv[1]));
    for (int i = 3; i < argc; ++i) {
        const int side = QByteArray(argv[i]).toInt();
        QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        picture.render(&painter);
        painter.end();
        if (!picture.isValid() || !image.save(QFile::decodeName(argv[2]).arg(side))) {
            std::fprintf(stderr, "yaodian-icons: no icon of %s pixels\n", argv[i]);
            return 1;
        }
    }
    return 0;
}
