using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers.Tests.Use;

/// <summary>Makes a client of options that are given as source.</summary>
internal static class OptionsCode
{
    public static async Task RunAsync(string setting)
    {
        using var image = new MemoryStream();
        var code = Source.Of($"using var own = new ProfilesClient(new() {{ {setting} }});");
        var emitted = Source
            .Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, Source.ParseOptions))
            .Emit(image);
        Assert.True(emitted.Success);
        var run = Assembly.Load(image.ToArray()).GetType("Sample")!.GetMethod("RunAsync")!;
        await (Task)run.Invoke(null, [null, null, 0, "", Array.Empty<string>(), true])!;
    }
}
