using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.Analyzers;

/// <summary>Finds a secret in a value, whatever chooses it.</summary>
internal sealed class Secrets(Values values)
{
    private const string Prefix = "sk-ant-";
    private const int Deepest = 10;

    /// <summary>Where the source names the secret, or null.</summary>
    public IOperation? In(IOperation value, int depth = Deepest)
    {
        if (depth == 0)
            return null;
        if (values.TextOf(value) is { } text && IsSecret(text))
            return value;
        var behind = values.Behind(value);
        var found = PartsOf(behind).Select(part => In(part, depth - 1)).FirstOrDefault(part => part is not null);
        return found is null || behind == Values.Unwrapped(value) ? found : value;
    }

    // A text with other characters stands for a secret: "sk-ant-...", "sk-ant-<your key>".
    private static bool IsSecret(string text) =>
        text.Length > Prefix.Length
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.All(character => character is '-' or '_' || character < 128 && char.IsLetterOrDigit(character));

    /// <summary>What a value may be.</summary>
    private static IEnumerable<IOperation> PartsOf(IOperation value) =>
        value switch
        {
            IConditionalOperation { WhenFalse: { } no } choice => [choice.WhenTrue, no],
            ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
            ISwitchExpressionOperation choice => choice.Arms.Select(arm => arm.Value),
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } => ResultsOf(function),
            IAnonymousFunctionOperation function => ResultsOf(function),
            IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [var result] } => [result.Value],
            IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [var result] } => [result.Value],
            _ => [],
        };

    private static IEnumerable<IOperation> ResultsOf(IAnonymousFunctionOperation function) =>
        OperationTree
            .Of(function.Body)
            .OfType<IReturnOperation>()
            .Where(result => Flow.FunctionOf(result) == function)
            .Select(result => result.ReturnedValue)
            .OfType<IOperation>();
}
