using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Build.Framework;

/// <summary>A task of the build: removes from a documentation file what the files of the public API don't list.</summary>
public sealed class KeepPublicDocs : Microsoft.Build.Utilities.Task
{
    [Required]
    public ITaskItem[] PublicApi { get; set; }

    [Required]
    public string Documentation { get; set; }

    public override bool Execute()
    {
        var known = new HashSet<string>(PublicApi.SelectMany(file => File.ReadLines(file.ItemSpec)).Select(NameOfApi));
        var document = XDocument.Load(Documentation, LoadOptions.PreserveWhitespace);
        foreach (var member in document.Descendants("member").ToList())
        {
            if (!known.Contains(NameOfDocs((string)member.Attribute("name"))))
                member.Remove();
        }
        document.Save(Documentation);
        return true;
    }

    // "static A.B<T>.C(int d) -> void" is A.B.C, "A.B.B() -> void" A.B.#ctor, "A.B.implicit operator …" A.B.operator.
    private static string NameOfApi(string line)
    {
        var name = Regex.Replace(line, @"^~?((abstract|const|override|readonly|static|virtual) )*", "");
        name = Regex.Replace(name, @"\.(implicit |explicit )?operator .*", ".operator");
        name = Regex.Replace(name, @"\.this\[.*", ".Item");
        name = Regex.Replace(name, @"( -> | = |\().*", "");
        while (name.Contains("<"))
            name = Regex.Replace(name, "<[^<>]*>", "");
        name = Regex.Replace(name, @"\.(get|set|init|add|remove)$", "");
        return Regex.Replace(name, @"\.(\w+)\.\1$", ".$1.#ctor");
    }

    // "M:A.B`1.C``1(System.Int32)~D" is A.B.C.
    private static string NameOfDocs(string id)
    {
        var name = Regex.Replace(id.Substring(2), @"[(~].*", "");
        name = Regex.Replace(name, @"`+\d+", "");
        return Regex.Replace(name, @"\.op_\w+$", ".operator");
    }
}
