using System.Globalization;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>Follows an operation to the value behind it: through conversions, locals and readonly fields that are assigned
/// once.</summary>
internal sealed class Values(Locals locals)
{
    private const int DeepestLookUp = 20;

    private readonly Guards guards = new(locals);

    /// <summary>The operation without conversions that the language inserts or that only change the type.</summary>
    public static IOperation Unwrapped(IOperation operation)
    {
        while (true)
        {
            if (operation is IConversionOperation { OperatorMethod: null } conversion)
                operation = conversion.Operand;
            else if (operation is ITranslatedQueryOperation query)
                operation = query.Operation;
            else if (operation is IParenthesizedOperation parenthesized)
                operation = parenthesized.Operand;
            else
                return operation;
        }
    }

    /// <summary>The constant that an operation is sure to give.</summary>
    public bool TryConstant(IOperation? operation, out object? value) =>
        TryConstant(operation, DeepestLookUp, out value);

    public int? IntegerOf(IOperation? operation) => TryConstant(operation, out var value) && value is int n ? n : null;

    public double? NumberOf(IOperation? operation) =>
        TryConstant(operation, out var value) && value is int or long or double or float or short or byte or uint
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : null;

    public string? TextOf(IOperation? operation) => TryConstant(operation, out var value) ? value as string : null;

    /// <summary>What a local that is assigned once, or a readonly field, was given; anything else stays as it is.</summary>
    public IOperation Behind(IOperation operation)
    {
        for (var depth = 0; depth < DeepestLookUp; depth++)
        {
            operation = Unwrapped(operation);
            if (Next(operation) is not { } next)
                return operation;
            operation = next;
        }
        return operation;
    }

    /// <summary>The list behind a local or a field, as <see cref="Behind"/>; null where something may have altered it since it
    /// was made.</summary>
    public IOperation? BehindUnaltered(IOperation operation)
    {
        for (var depth = 0; depth < DeepestLookUp; depth++)
        {
            operation = Unwrapped(operation);
            var unaltered = operation switch
            {
                ILocalReferenceOperation local => locals.IsUnaltered(local.Local),
                IFieldReferenceOperation field => ReadonlyFields.IsUnaltered(field.Field),
                _ => true,
            };
            var next = !unaltered ? null : Next(operation);
            if (next is null)
                return unaltered && operation is not (ILocalReferenceOperation or IFieldReferenceOperation)
                    ? operation
                    : null;
            operation = next;
        }
        return null;
    }

    private bool TryConstant(IOperation? operation, int depth, out object? value)
    {
        value = null;
        if (operation is null || depth == 0)
            return false;
        if (operation.ConstantValue is { HasValue: true } constant)
        {
            value = constant.Value;
            return !guards.Ask(operation);
        }
        // A cast may give another number.
        if (IsCast(operation))
            return false;
        if (Unwrapped(operation) is var behind && behind != operation)
            return TryConstant(behind, depth - 1, out value);
        if (operation is IConditionalOperation { WhenFalse: { } no } choice)
            return TryConstant(choice.WhenTrue, depth - 1, out value)
                && TryConstant(no, depth - 1, out var other)
                && Equals(value, other);
        if (Next(operation) is { } next)
            return TryConstant(next, depth - 1, out value);
        return operation is IFieldReferenceOperation field && TryField(field, out value);
    }

    private bool TryField(IFieldReferenceOperation reference, out object? value)
    {
        value = "";
        return reference.Field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String }
            || Literals.TryRead(ReadonlyFields.InitializerOf(reference.Field, reference.Syntax), out value)
                && !guards.Ask(reference);
    }

    private static bool IsCast(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            if (operation is IConversionOperation { Conversion: { IsNumeric: true, IsImplicit: false } })
                return true;
            operation = operation is IConversionOperation converted
                ? converted.Operand
                : ((IParenthesizedOperation)operation).Operand;
        }
        return false;
    }

    private IOperation? Next(IOperation operation)
    {
        var next = operation switch
        {
            ILocalReferenceOperation local => locals.OnlyValue(local.Local),
            IFieldReferenceOperation field => InitializerOf(field),
            _ => null,
        };
        return next is null || guards.Ask(operation) ? null : next;
    }

    private static IOperation? InitializerOf(IFieldReferenceOperation reference) =>
        ReadonlyFields.InitializerOf(reference.Field, reference.Syntax) is { } syntax
        && reference.SemanticModel is { } model
        && model.SyntaxTree == syntax.SyntaxTree
            ? model.GetOperation(syntax)
            : null;
}
