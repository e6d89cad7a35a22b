namespace SceneGen.Operations.Invariants;

/// <summary>One of the promises that hold whatever happens.</summary>
internal interface IInvariant
{
    /// <summary>Such as <c>I3</c>.</summary>
    string Name { get; }

    /// <summary>Looks at everything there is, and changes nothing.</summary>
    Task<Finding> LookAsync(CancellationToken cancellationToken);
}
