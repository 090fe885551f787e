#pragma once

#include <QList>

namespace yaodian::tests {

/// What one row of the link → PDF table has to do with a link.
struct LinkRow
{
    const char *rule;
    const char *link;
    const char *pdf;              ///< that comes of it in the end
    const char *asked = nullptr;  ///< the address whose answer names the PDF; none: the row knows it
    const char *answer = nullptr; ///< what that says
};

/// At least one for each row of the table.
inline const QList<LinkRow> &linkRows()
{
    static const QList<LinkRow> rows{
        {"arXiv", "https://arxiv.org/abs/2302.03084", "https://arxiv.org/pdf/2302.03084"},
        {"arXiv", "http://www.arxiv.org/abs/2302.03084v2?context=cs.CV", "https://arxiv.org/pdf/2302.03084v2"},
        {"arXiv", "https://arxiv.org/pdf/2302.03084v1.pdf#page=3", "https://arxiv.org/pdf/2302.03084v1"},
        {"arXiv", "https://arxiv.org/html/2302.03084v1#bib", "https://arxiv.org/pdf/2302.03084v1"},
        {"arXiv", "https://arxiv.org/abs/cs.CL/0301012", "https://arxiv.org/pdf/cs.CL/0301012"},
        {"arXiv", "https://arxiv.org/abs/hep-th/9901001v3", "https://arxiv.org/pdf/hep-th/9901001v3"},
        {"arXiv", "https://ar5iv.labs.arxiv.org/html/2302.03084", "https://arxiv.org/pdf/2302.03084"},
        {"arXiv", "https://xxx.lanl.gov/abs/2302.03084", "https://arxiv.org/pdf/2302.03084"},
        {"arXiv, second address", "https://arxiv.org/abs/2302.03084v1", "https://export.arxiv.org/pdf/2302.03084v1"},
        {"arXiv DOI", "https://doi.org/10.48550/arXiv.2302.03084", "https://arxiv.org/pdf/2302.03084"},
        {"Hugging Face papers", "https://huggingface.co/papers/2302.03084", "https://arxiv.org/pdf/2302.03084"},
        {"Hugging Face papers", "https://hf-mirror.com/papers/2302.03084", "https://arxiv.org/pdf/2302.03084"},
        {"papers.cool", "https://papers.cool/arxiv/2302.03084", "https://arxiv.org/pdf/2302.03084"},
        {"alphaXiv", "https://www.alphaxiv.org/overview/2302.03084v1", "https://arxiv.org/pdf/2302.03084v1"},
        {"OpenReview", "https://openreview.net/forum?id=a-B_c9", "https://openreview.net/pdf?id=a-B_c9"},
        {"OpenReview", "https://openreview.net/forum?noteId=x&id=abc&referrer=y", "https://openreview.net/pdf?id=abc"},
        {"OpenReview", "https://openreview.net/pdf?id=abc", "https://openreview.net/pdf?id=abc"},
        {"ACL Anthology", "https://aclanthology.org/2023.acl-long.1/", "https://aclanthology.org/2023.acl-long.1.pdf"},
        {"ACL Anthology", "https://aclanthology.org/P19-1001v2.pdf", "https://aclanthology.org/P19-1001v2.pdf"},
        {"ACL Anthology, old address", "https://www.aclweb.org/anthology/P19-1001/",
         "https://aclanthology.org/P19-1001.pdf"},
        {"ACL Anthology, old address", "https://www.aclweb.org/anthology/papers/P/P19/P19-1001/",
         "https://aclanthology.org/P19-1001.pdf"},
        {"CVF", "https://openaccess.thecvf.com/content/CVPR2023/html/Saito_Pic2Word_CVPR_2023_paper.html",
         "https://openaccess.thecvf.com/content/CVPR2023/papers/Saito_Pic2Word_CVPR_2023_paper.pdf"},
        {"CVF", "http://openaccess.thecvf.com/content_CVPRW_2020/html/w1/A_B_CVPRW_2020_paper.html",
         "https://openaccess.thecvf.com/content_CVPRW_2020/papers/w1/A_B_CVPRW_2020_paper.pdf"},
        {"NeurIPS", "https://papers.nips.cc/paper/2020/hash/0123456789abcdef0123456789abcdef-Abstract.html",
         "https://papers.nips.cc/paper/2020/file/0123456789abcdef0123456789abcdef-Paper.pdf"},
        {"NeurIPS",
         "https://proceedings.neurips.cc/paper_files/paper/2023/hash/"
         "0123456789abcdef0123456789abcdef-Abstract-Conference.html",
         "https://proceedings.neurips.cc/paper_files/paper/2023/file/"
         "0123456789abcdef0123456789abcdef-Paper-Conference.pdf"},
        {"NeurIPS, old address", "https://papers.nips.cc/paper/7181-attention-is-all-you-need",
         "https://papers.nips.cc/paper/7181-attention-is-all-you-need.pdf"},
        {"PMLR", "https://proceedings.mlr.press/v139/radford21a.html",
         "https://proceedings.mlr.press/v139/radford21a/radford21a.pdf"},
        {"PMLR, since volume 235", "https://proceedings.mlr.press/v235/someone24a.html",
         "https://raw.githubusercontent.com/mlresearch/v235/main/assets/someone24a/someone24a.pdf"},
        {"JMLR", "https://www.jmlr.org/papers/v21/20-074.html", "https://jmlr.org/papers/volume21/20-074/20-074.pdf"},
        {"bioRxiv and medRxiv", "https://www.biorxiv.org/content/10.1101/2023.02.08.527777v1.full",
         "https://www.biorxiv.org/content/10.1101/2023.02.08.527777v1.full.pdf"},
        {"bioRxiv and medRxiv", "https://www.medrxiv.org/content/10.1101/2023.02.08.23285666v2",
         "https://www.medrxiv.org/content/10.1101/2023.02.08.23285666v2.full.pdf"},
        {"PMC", "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/",
         "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/"},
        {"PMC", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567",
         "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/pdf/"},
        {"ACM", "https://dl.acm.org/doi/abs/10.1145/3292500.3330701",
         "https://dl.acm.org/doi/pdf/10.1145/3292500.3330701"},
        {"Springer", "https://link.springer.com/article/10.1007/s11263-015-0816-y",
         "https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf"},
        {"Nature", "https://www.nature.com/articles/nature14539", "https://www.nature.com/articles/nature14539.pdf"},
        {"AAAI", "https://ojs.aaai.org/index.php/AAAI/article/view/12345/67890",
         "https://ojs.aaai.org/index.php/AAAI/article/download/12345/67890"},
        {"IACR", "https://eprint.iacr.org/2023/123", "https://eprint.iacr.org/2023/123.pdf"},
        {"ECCC", "https://eccc.weizmann.ac.il/report/2023/012/",
         "https://eccc.weizmann.ac.il/report/2023/012/download"},
        {"NBER", "https://www.nber.org/papers/w12345",
         "https://www.nber.org/system/files/working_papers/w12345/w12345.pdf"},
        {"GitHub", "https://github.com/owner/repo/blob/main/papers/a%20b.pdf",
         "https://raw.githubusercontent.com/owner/repo/main/papers/a%20b.pdf"},
        {"A PDF itself", "https://lab.example/~me/paper.PDF?download=1",
         "https://lab.example/~me/paper.PDF?download=1"},
        {"IJCAI, one digit", "https://www.ijcai.org/proceedings/2023/7",
         "https://www.ijcai.org/proceedings/2023/0007.pdf"},
        {"IJCAI, two digits", "https://www.ijcai.org/proceedings/2023/42",
         "https://www.ijcai.org/proceedings/2023/0042.pdf"},
        {"IJCAI, three digits", "https://www.ijcai.org/proceedings/2023/123/",
         "https://www.ijcai.org/proceedings/2023/0123.pdf"},
        {"IJCAI, four digits", "http://ijcai.org/proceedings/2023/1234",
         "https://www.ijcai.org/proceedings/2023/1234.pdf"},
        {"ISCA", "https://www.isca-archive.org/interspeech_2023/someone23_interspeech.html",
         "https://www.isca-archive.org/interspeech_2023/someone23_interspeech.pdf"},
        {"USENIX", "https://www.usenix.org/conference/usenixsecurity23/presentation/someone",
         "https://www.usenix.org/system/files/usenixsecurity23-someone.pdf"},
        {"papers.cool, venues", "https://papers.cool/venue/aBc_1@ICLR.2024", "https://openreview.net/pdf?id=aBc_1",
         "https://papers.cool/venue/aBc_1@ICLR.2024",
         "<a class='title-pdf' onclick=\"togglePdf('aBc_1@ICLR.2024', 'https://openreview.net/pdf?id=aBc_1', "
         "this)\">PDF</a>"},
        {"bioRxiv, newest version", "https://www.biorxiv.org/content/10.1101/2023.02.08.527777",
         "https://www.biorxiv.org/content/10.1101/2023.02.08.527777v3.full.pdf",
         "https://api.biorxiv.org/details/biorxiv/10.1101/2023.02.08.527777/na/json",
         "{\"collection\":[{\"version\":\"1\"},{\"version\":\"3\"}]}"},
        {"medRxiv, newest version", "https://www.medrxiv.org/content/10.1101/2023.02.08.23285666.abstract",
         "https://www.medrxiv.org/content/10.1101/2023.02.08.23285666v2.full.pdf",
         "https://api.biorxiv.org/details/medrxiv/10.1101/2023.02.08.23285666/na/json",
         "{\"collection\":[{\"version\":2}]}"},
        {"bioRxiv DOI", "https://doi.org/10.1101/2023.02.08.527777",
         "https://www.biorxiv.org/content/10.1101/2023.02.08.527777v1.full.pdf",
         "https://api.biorxiv.org/details/biorxiv/10.1101/2023.02.08.527777/na/json",
         "{\"collection\":[{\"version\":\"1\"}]}"},
        {"Semantic Scholar", "https://www.semanticscholar.org/paper/A-Slug/0123456789abcdef0123456789abcdef01234567",
         "https://arxiv.org/pdf/2302.03084",
         "https://api.semanticscholar.org/graph/v1/paper/"
         "0123456789abcdef0123456789abcdef01234567?fields=externalIds,openAccessPdf",
         "{\"externalIds\":{\"ArXiv\":\"2302.03084\"}}"},
        {"Semantic Scholar", "https://pdfs.semanticscholar.org/0123456789abcdef0123456789abcdef01234567",
         "https://venue.example/a",
         "https://api.semanticscholar.org/graph/v1/paper/"
         "0123456789abcdef0123456789abcdef01234567?fields=externalIds,openAccessPdf",
         "{\"externalIds\":{},\"openAccessPdf\":{\"url\":\"https://venue.example/a\"}}"},
        {"Unpaywall", "https://doi.org/10.1145/3292500.3330701", "https://repository.example/2/b",
         "https://api.unpaywall.org/v2/10.1145/3292500.3330701?email=a%40b.example",
         "{\"best_oa_location\":null,\"oa_locations\":[{\"url_for_pdf\":null},{\"url_for_pdf\":\"https://"
         "repository.example/2/b\"}]}"},
    };
    return rows;
}

/// For the rules that need an address of the reader's.
inline constexpr const char *linkRowsEmail = "a@b.example";

} // namespace yaodian::tests
