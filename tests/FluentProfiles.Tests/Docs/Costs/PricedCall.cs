using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Docs.Costs;

/// <summary>A call whose requests a page of the documentation states.</summary>
/// <param name="Purpose">What the caller wants.</param>
/// <param name="Code">The call as it is written, on one line.</param>
/// <param name="RunAsync">Runs it.</param>
internal sealed partial record PricedCall(string Purpose, string Code, Func<Task> RunAsync)
{
    public static PricedCall Of<TResult>(
        string purpose,
        Func<ValueTask<TResult>> call,
        [CallerArgumentExpression(nameof(call))] string code = ""
    ) => new(purpose, OnOneLine(code), () => call().AsTask());

    public static PricedCall Of<TResult>(
        string purpose,
        Func<Task<TResult>> call,
        [CallerArgumentExpression(nameof(call))] string code = ""
    ) => new(purpose, OnOneLine(code), call);

    public static PricedCall Of(
        string purpose,
        Func<ValueTask> call,
        [CallerArgumentExpression(nameof(call))] string code = ""
    ) => new(purpose, OnOneLine(code), () => call().AsTask());

    private static string OnOneLine(string lambda) =>
        LineBreak()
            .Replace(
                lambda[(lambda.IndexOf("=>", StringComparison.Ordinal) + 2)..].Trim(),
                found => found.Value[0] == ',' ? ", " : ""
            );

    [GeneratedRegex(@",?\s*\n\s*")]
    private static partial Regex LineBreak();
}
