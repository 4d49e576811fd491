extension DeferralCode {
    /// The name of the code.
    public func localizedName(_ language: Language) -> String {
        switch language {
        case .english: English.name(of: self)
        case .turkish: Turkish.name(of: self)
        }
    }
}

extension Category {
    /// The name of the category, as it stands after a colon.
    public func localizedName(_ language: Language) -> String {
        switch language {
        case .english: English.name(of: self)
        case .turkish: Turkish.name(of: self)
        }
    }
}

extension Refinement {
    /// The name of the refinement, as it stands after a colon.
    public func localizedName(_ language: Language) -> String {
        switch language {
        case .english: English.name(of: self)
        case .turkish: Turkish.name(of: self)
        }
    }
}

extension Origin {
    /// The name of the side.
    public func localizedName(_ language: Language) -> String {
        switch language {
        case .english: English.name(of: self)
        case .turkish: Turkish.name(of: self)
        }
    }
}

extension Stage {
    /// The name of the stage.
    public func localizedName(_ language: Language) -> String {
        switch language {
        case .english: English.name(of: self)
        case .turkish: Turkish.name(of: self)
        }
    }
}

extension Scope {
    /// The name of what the failure speaks about.
    public func localizedName(_ language: Language) -> String {
        switch language {
        case .english: English.name(of: self)
        case .turkish: Turkish.name(of: self)
        }
    }
}

extension Guidance.Responsible {
    /// Who it is.
    public func localizedName(_ language: Language) -> String {
        switch language {
        case .english: English.name(of: self)
        case .turkish: Turkish.name(of: self)
        }
    }
}
