using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>FP0402: a constant that is written, and beyond the field's limits; and a setter of what can't be written, or is
/// set already.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WriteLimitAnalyzer() : QueryAnalyzer(Descriptors.WriteLimit)
{
    private protected override void Check(MethodReading reading, Report report)
    {
        var (limits, unsure) = (
            new WriteLimits(reading.Values, report),
            new WriteLimits(reading.Values, report, isCertain: false)
        );
        var objects = new WrittenObjects(reading, report.Library);
        foreach (var setting in reading.WriteSettings.Concat<IOperation>(reading.WriteParts))
        {
            // What is replaced is not written.
            if (!objects.MayReplace(setting))
                Check(setting, objects.MayChangeUnseen(setting) ? unsure : limits, report.Library);
        }
        foreach (var setter in reading.Setters)
        {
            if (SetterFault.Of(setter, report.Library) is { } fault)
                report.At(fault.Location, fault.Member, fault.Problem);
            else
                Check(setter, limits, report.Library);
        }
        foreach (var (setter, member) in new RepeatedSetters(reading.Values, report.Library).In(reading.Setters))
            report.At(Places.OfCall(setter.Syntax), member, "is set twice; set it once");
    }

    private static void Check(IOperation setting, WriteLimits limits, LibraryContext library)
    {
        if (
            setting is IMemberInitializerOperation
            {
                InitializedMember: IPropertyReferenceOperation { Property: var part },
                Initializer: var parts
            }
        )
            CheckInner(part, parts.Initializers, limits, library);
        else if (
            setting
                is ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation { Property: var member },
                    Value: var value
                }
            && library.FieldSetBy(member) is { } field
        )
            Check(field, value, member, limits, library);
    }

    private static void Check(
        FieldFacts field,
        IOperation value,
        IPropertySymbol member,
        WriteLimits limits,
        LibraryContext library
    )
    {
        if (limits.InitializerOf(value) is { } initializer)
            CheckInner(member, initializer.Initializers, limits, library);
        else if (field.MaxPairs == 0)
            limits.CheckText(field, value);
    }

    /// <summary>Checks the pairs of metadata, or the members of an object within the profile.</summary>
    private static void CheckInner(
        IPropertySymbol member,
        IReadOnlyList<IOperation> initializers,
        WriteLimits limits,
        LibraryContext library
    )
    {
        if (library.FieldSetBy(member) is { MaxPairs: > 0 } map)
            limits.CheckCount(map, initializers);
        foreach (var add in initializers.OfType<IInvocationOperation>())
        {
            if (add is { TargetMethod.Name: "Add" or "TryAdd", Arguments: [var key, var value] })
                limits.CheckPair(library.FieldSetBy(member), key.Value, value.Value);
        }
        foreach (var set in initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (set.Target is IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var key] })
                limits.CheckPair(library.FieldSetBy(member), key.Value, set.Value);
            else if (
                set.Target is IPropertyReferenceOperation { Property: var inner }
                && library.FieldSetBy(inner) is { } field
            )
                limits.CheckText(field, set.Value);
        }
    }

    private static void Check(IInvocationOperation setter, WriteLimits limits, LibraryContext library)
    {
        if (SetterTarget.Of(setter, library) is not { Field: var field })
            return;
        var value = setter.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "value")?.Value;
        var key = setter.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key")?.Value;
        if (key is not null)
            limits.CheckPair(field, key, value);
        else if (value is not null)
            limits.CheckText(field, value);
    }
}
