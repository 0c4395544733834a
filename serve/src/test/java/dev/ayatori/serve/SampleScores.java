package dev.ayatori.serve;

/** The JSON of a made-up evaluation and corpus. */
final class SampleScores {
    static final String JSON = """
            [
              {"name":"bits-per-byte","task":"validation","language":"all","model":"pretrained","value":1.412,"low":1.361,"high":1.466,"n":312,"unit":"bits/byte"},
              {"name":"bits-per-byte","task":"validation","language":"all","model":"kneser-ney-5","value":1.388,"low":1.33,"high":1.449,"n":312,"unit":"bits/byte"},
              {"name":"bits-per-byte","task":"validation","language":"all","model":"unigram","value":2.731,"low":2.668,"high":2.79,"n":312,"unit":"bits/byte"},
              {"name":"bits-per-byte","task":"validation","language":"ja","model":"pretrained","value":1.203,"low":1.121,"high":1.29,"n":130,"unit":"bits/byte"},
              {"name":"bits-per-byte","task":"validation","language":"ja","model":"unigram","value":2.2,"low":2.1,"high":2.3,"n":130,"unit":"bits/byte"},
              {"name":"accuracy","task":"choice","language":"all","model":"tuned","value":0.472,"low":0.421,"high":0.523,"n":360,"unit":"share"},
              {"name":"accuracy","task":"choice","language":"all","model":"lexical-overlap","value":0.511,"low":0.46,"high":0.562,"n":360,"unit":"share"},
              {"name":"accuracy","task":"choice","language":"all","model":"chance","value":0.25,"low":0.25,"high":0.25,"n":360,"unit":"share"}
            ]
            """;
    static final String STATISTICS = """
            {"read":{"documents":7460,"bytes":9800000},"kept":{"documents":5120,"bytes":6300000},"quarantined":3,
             "collections":{
               "nablarch":{"read":{"documents":6100,"bytes":7700000},"kept":{"documents":4010,"bytes":4800000}},
               "commons":{"read":{"documents":1360,"bytes":2100000},"kept":{"documents":1110,"bytes":1500000}}},
             "languages":{
               "ja":{"read":{"documents":4021,"bytes":3700000},"kept":{"documents":2201,"bytes":1930000}},
               "en":{"read":{"documents":2100,"bytes":3800000},"kept":{"documents":1760,"bytes":2330000}},
               "code":{"read":{"documents":1339,"bytes":2300000},"kept":{"documents":1159,"bytes":2040000}}},
             "removed":{
               "length":{"documents":902,"bytes":80000},"symbols":{"documents":114,"bytes":120000},
               "repetition":{"documents":61,"bytes":300000},"exact-duplicate":{"documents":640,"bytes":1400000},
               "near-duplicate":{"documents":623,"bytes":1600000}},
             "splits":{"ja":{"train":{"documents":2090,"bytes":1830000},"validation":{"documents":111,"bytes":100000}}},
             "clusters":{"count":4700,"largest":18,"largestId":"00c0ffee00c0ffee","related":610},
             "repeatedLines":{"nablarch":{"概要":812,"フィールドの概要":301}}}
            """;

    private SampleScores() {}
}
