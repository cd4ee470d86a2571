namespace FluentProfiles.Analyzers.Reading;

/// <summary>Reads a time that the source spells out, such as <c>TimeSpan.Zero</c> or <c>-TimeSpan.FromSeconds(1)</c>.</summary>
internal static class Durations
{
    private const int DeepestLookUp = 10;

    /// <summary>The time in ticks, or null where it can't be told.</summary>
    public static double? TicksOf(IOperation operation, Values values) => TicksOf(operation, values, DeepestLookUp);

    private static double? TicksOf(IOperation operation, Values values, int depth)
    {
        if (depth == 0)
            return null;
        return values.Behind(operation) switch
        {
            IFieldReferenceOperation { Instance: null } field => OfField(field.Field),
            IDefaultValueOperation { Type.Name: "TimeSpan" } => 0,
            IObjectCreationOperation { Type.Name: "TimeSpan", Initializer: null } made => OfNew(made, values),
            IInvocationOperation { Instance: null, TargetMethod.ContainingType.Name: "TimeSpan" } call => OfCall(
                call,
                values
            ),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, Operand: var operand } => -TicksOf(
                operand,
                values,
                depth - 1
            ),
            _ => null,
        };
    }

    private static double? OfField(IFieldSymbol field) =>
        (field.ContainingType.Name, field.Name) switch
        {
            ("TimeSpan", "Zero") => 0,
            ("TimeSpan", "MinValue") => long.MinValue,
            ("TimeSpan", "MaxValue") => long.MaxValue,
            ("Timeout", "InfiniteTimeSpan") => -TimeSpan.TicksPerMillisecond,
            _ => null,
        };

    private static double? OfNew(IObjectCreationOperation made, Values values) =>
        made.Arguments.Length switch
        {
            0 => 0,
            1 => values.NumberOf(made.Arguments[0].Value),
            _ => Sum(made.Arguments, "", values),
        };

    private static double? OfCall(IInvocationOperation call, Values values) =>
        call.TargetMethod.Name switch
        {
            "FromTicks" => values.NumberOf(call.Arguments[0].Value),
            var name when name.StartsWith("From", StringComparison.Ordinal) => Sum(
                call.Arguments,
                name.Substring("From".Length).ToLowerInvariant(),
                values
            ),
            _ => null,
        };

    /// <param name="arguments">Numbers of units that their parameters name.</param>
    /// <param name="unit">The unit of a parameter that names none.</param>
    /// <param name="values">What is known of the body.</param>
    private static double? Sum(IReadOnlyList<IArgumentOperation> arguments, string unit, Values values)
    {
        double sum = 0;
        foreach (var argument in arguments)
        {
            var ticks = TicksPer(argument.Parameter?.Name ?? "") is var known and > 0 ? known : TicksPer(unit);
            if (ticks == 0 || values.NumberOf(argument.Value) is not { } number)
                return null;
            sum += number * ticks;
        }
        return Math.Truncate(sum);
    }

    private static double TicksPer(string unit) =>
        unit switch
        {
            "days" => TimeSpan.TicksPerDay,
            "hours" => TimeSpan.TicksPerHour,
            "minutes" => TimeSpan.TicksPerMinute,
            "seconds" => TimeSpan.TicksPerSecond,
            "milliseconds" => TimeSpan.TicksPerMillisecond,
            "microseconds" => TimeSpan.TicksPerMillisecond / 1000,
            _ => 0,
        };
}
